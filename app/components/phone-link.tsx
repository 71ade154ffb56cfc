/** A telephone number to press. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="govuk-link wm-phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      {phone.replaceAll(' ', '\u00a0')}
    </a>
  );
}
