import type { PersonName } from '~/domain/contact/person-name';
import type { Wording } from './wording';

interface Props {
  customer: PersonName;
  wording: Wording;
  /** Their name, unless told otherwise. */
  label?: string;
}

/** The way to a customer's record. */
export function RecordLink({ customer, wording, label }: Props) {
  return (
    <a className="govuk-link" href={`/staff/customers/${customer.id}`}>
      {label ?? wording.name(customer)}
    </a>
  );
}
