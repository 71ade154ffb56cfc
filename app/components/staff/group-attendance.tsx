import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { groupWords } from '~/i18n/pages/staff-group-sessions';
import type { SessionView } from '~/services/view-group-sessions.server';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

interface Props {
  view: SessionView;
  path: string;
  wording: Wording;
}

/** Who came, for everybody on one page; it can be corrected in the same way. */
export function GroupAttendance({ view, path, wording }: Props) {
  const words = groupWords.in(wording.language);
  return (
    <section aria-labelledby="attendance" className="wm-record__part">
      <h2 className="govuk-heading-m" id="attendance">
        {words.attendance}
      </h2>
      <form method="post" action={`${path}/attendance`}>
        {view.people.map(({ appointmentId, customer, state }) => (
          <Radios
            key={appointmentId}
            name={appointmentId}
            idPrefix={`came-${appointmentId}`}
            classes="govuk-radios--small govuk-radios--inline"
            fieldset={{ legend: { text: words.attendanceOf(wording.name(customer)) } }}
            hint={<RecordLink customer={customer} wording={wording} label={customer.ref} />}
            items={[
              { value: 'attended', text: words.came },
              { value: 'failed_to_attend', text: words.didNotCome },
            ]}
            value={state === 'attended' || state === 'failed_to_attend' ? state : null}
          />
        ))}
        <Button>{words.record}</Button>
      </form>
    </section>
  );
}
