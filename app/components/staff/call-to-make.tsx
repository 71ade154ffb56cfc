import { Tag } from '~/components/design-system/text-blocks';
import type { CallToMake as Call } from '~/services/list-calls.server';
import { CallOutcomeForm } from './call-outcome-form';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

interface Props {
  call: Call;
  back: string;
  wording: Wording;
}

/** Whom to phone, on which number, why and by when; what came of it in one tap, or two when it is not the usual. */
export function CallToMake({ call, back, wording }: Props) {
  const { words, when } = wording;
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={call.customer} wording={wording} />{' '}
        {call.numbers.map(
          ({ id, href, display }) =>
            href !== null && (
              <a key={id} className="govuk-link wm-phone" href={href}>
                {display}
              </a>
            ),
        )}
      </p>
      {call.noMessages ? null : (
        <>
          {!call.numbers.some(({ href }) => href !== null) && <p className="wm-need__why">{words.needs.noNumber}</p>}
          {call.discreet && <p className="wm-need__why">{words.needs.leaveNoWord}</p>}
        </>
      )}
      <p className="wm-need__why">
        {words.callReasons[call.reason]}.{' '}
        {call.noMessages ? words.needs.doNotRing : words.needs.callBy(when(call.dueAt))}{' '}
        {call.overdue && <Tag classes="govuk-tag--orange">{words.needs.overdue}</Tag>}
      </p>
      {call.nextTryAt !== null && (
        <p className="wm-need__why">
          {(call.tries.length > 0 ? words.needs.tryAgain : words.needs.goodFrom)(when(call.nextTryAt))}
        </p>
      )}
      {call.appointment && (
        <p className="wm-need__why">
          <a className="govuk-link" href={`/staff/appointments/${call.appointment.id}`}>
            {words.needs.theirAppointment(when(call.appointment.startsAt))}
          </a>
        </p>
      )}
      <CallOutcomeForm call={call} back={back} wording={wording} folded />
    </li>
  );
}
