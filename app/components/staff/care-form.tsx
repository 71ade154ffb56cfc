interface Props {
  customerId: string;
  care: 'no-messages' | 'discreet';
  /** What the button makes of it. */
  on: boolean;
  back: string;
  label: string;
}

/** One button that says how careful we have to be with a customer. */
export function CareForm({ customerId, care, on, back, label }: Props) {
  return (
    <form method="post" action={`/staff/customers/${customerId}/${care}`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="on" value={on ? 'yes' : 'no'} />
      <button className="wm-tap" type="submit">
        {label}
      </button>
    </form>
  );
}
