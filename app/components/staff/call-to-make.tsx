import { Tag } from '~/components/design-system/text-blocks';
import { CALL_OUTCOMES, type CallOutcome } from '~/domain/messaging/call-list';
import type { CallToMake as Call } from '~/services/list-needs.server';
import type { Wording } from './wording';

interface Props {
  call: Call;
  back: string;
  wording: Wording;
}

/** Whom to phone, on which number, why and by when; what came of it in one tap, or two when it is not the usual. */
export function CallToMake({ call, back, wording }: Props) {
  const { words, when, name } = wording;
  const who = name(call.customer);
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        {call.appointment ? (
          <a className="govuk-link" href={`/staff/appointments/${call.appointment.id}`}>
            {who}
          </a>
        ) : (
          who
        )}{' '}
        {call.numbers.map((number) => (
          <a key={number.href} className="govuk-link wm-phone" href={number.href}>
            {number.display}
          </a>
        ))}
      </p>
      {call.numbers.length === 0 && <p className="wm-need__why">{words.needs.noNumber}</p>}
      <p className="wm-need__why">
        {words.callReasons[call.reason]}. {words.needs.callBy(when(call.dueAt))}{' '}
        {call.overdue && <Tag classes="govuk-tag--orange">{words.needs.overdue}</Tag>}
      </p>
      {call.appointment && (
        <p className="wm-need__why">{words.needs.theirAppointment(when(call.appointment.startsAt))}</p>
      )}
      <form method="post" action={`/staff/calls/${call.id}/outcome`} className="wm-buttons">
        <input type="hidden" name="back" value={back} />
        <Outcome outcome="spoke" wording={wording} who={who} />
        <details className="wm-more">
          <summary className="wm-more__summary">
            {words.needs.otherOutcome}
            <span className="govuk-visually-hidden">{` ${who}`}</span>
          </summary>
          <div className="wm-buttons">
            {CALL_OUTCOMES.filter((outcome) => outcome !== 'spoke').map((outcome) => (
              <Outcome key={outcome} outcome={outcome} wording={wording} who={who} />
            ))}
          </div>
        </details>
      </form>
    </li>
  );
}

/** What came of the call, in one tap. */
function Outcome({ outcome, wording, who }: { outcome: CallOutcome; wording: Wording; who: string }) {
  return (
    <button className="wm-tap" type="submit" name="outcome" value={outcome}>
      {wording.words.callOutcomes[outcome]}
      <span className="govuk-visually-hidden">{` ${who}`}</span>
    </button>
  );
}
