import type { ReactNode } from 'react';
import { Tag } from '~/components/design-system/text-blocks';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatOnDate, relativeDay } from '~/i18n/format';
import { callWords } from '~/i18n/pages/calls';
import type { CallToMake } from '~/services/list-calls.server';
import { CallOutcomeForm } from './call-outcome-form';
import { CallOwner } from './call-owner';
import { CallTries } from './call-tries';
import { NumbersToRing } from './numbers-to-ring';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

interface Props {
  call: CallToMake;
  me: { id: string };
  colleagues: readonly PersonName[];
  back: string;
  clock: { zone: string; now: number };
  wording: Wording;
}

/** One call to make, with all that whoever rings has to know, and what came of it in one tap. */
export function CallEntry({ call, me, colleagues, back, clock, wording }: Props) {
  const { words: staff, language, time } = wording;
  const words = callWords.in(language);
  const day = (at: number) => {
    const [date, today] = [wallClockOf(at, clock.zone).date, wallClockOf(clock.now, clock.zone).date];
    return relativeDay(date, today, language) ?? formatOnDate(date, clock.zone, language);
  };
  const { appointment, script } = call;
  return (
    <li className={call.overdue ? 'wm-call wm-call--late' : 'wm-call'}>
      <h3 className="wm-row__name">
        <RecordLink customer={call.customer} wording={wording} />
      </h3>
      <p className="wm-call__when">
        {words.before(time(call.dueAt), day(call.dueAt))}{' '}
        {call.overdue && <Tag classes="govuk-tag--orange">{words.late}</Tag>}{' '}
        {call.escalated && <Tag classes="govuk-tag--yellow">{words.passedOn}</Tag>}
      </p>
      {call.nextTryAt !== null && (
        <p className="wm-call__line">
          {(call.tries.length > 0 ? words.tryAgain : words.goodFrom)(time(call.nextTryAt), day(call.nextTryAt))}
        </p>
      )}
      <p className="wm-call__line">{staff.callReasons[call.reason]}.</p>
      {appointment && (
        <Line label={words.appointment}>
          <a className="govuk-link" href={`/staff/appointments/${appointment.id}`}>
            {words.appointmentAt(time(appointment.startsAt), day(appointment.startsAt))}
          </a>
        </Line>
      )}
      <NumbersToRing call={call} words={words} wording={wording} />
      {script && (
        <div className="wm-call__script">
          <p className="wm-call__label">{script.forCall ? words.say : words.wrote}</p>
          <blockquote className="wm-need__text wm-as-sent" lang={script.language}>
            {script.text}
          </blockquote>
        </div>
      )}
      <CallTries call={call} words={words} wording={wording} />
      <CallOutcomeForm call={call} back={back} wording={wording} />
      <CallOwner call={call} me={me} colleagues={colleagues} back={back} words={words} wording={wording} />
    </li>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="wm-call__line">
      {label}: {children}
    </p>
  );
}
