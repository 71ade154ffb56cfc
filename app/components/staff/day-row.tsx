import { pressedFor } from '~/domain/appointment/recorded-outcome';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { DayRow } from '~/services/show-day';
import { FreedLine } from './freed-line';
import { LevelTag } from './level-tag';
import { MessageLines } from './message-line';
import { FoldedReason } from './missed-reason';
import { CorrectOutcome, OutcomeButtons } from './outcome-buttons';
import { ReadinessLines } from './readiness-lines';
import { StateTag } from './state-tag';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

interface RowProps {
  row: DayRow;
  back: string;
  showAdviser: boolean;
  wording: Wording;
}

/** One appointment of a day: who, what for, how it stands, and what can be done about it in one tap. */
export function DayRowItem({ row, back, showAdviser, wording }: RowProps) {
  const { words, time, name, language } = wording;
  const more = outcomeWords.in(language);
  const about = words.dayPage.about(name(row.customer), time(row.startsAt));
  return (
    <li className={row.nothingArrived ? 'wm-row wm-row--unreached' : 'wm-row'}>
      <p className="wm-row__time">
        {time(row.startsAt)} <StateTag state={row.state} wording={wording} />
      </p>
      <div className="wm-row__what">
        <h3 className="wm-row__name">
          <a className="govuk-link" href={`/staff/appointments/${row.id}`}>
            {name(row.customer)}
          </a>
        </h3>
        <LevelTag level={row.level} language={language} />
        <p className="wm-row__purpose">{row.purpose}</p>
        <p className="wm-row__how">
          {words.modes[row.mode]}
          {showAdviser && `, ${words.dayPage.with(name(row.adviser))}`}
        </p>
        {row.needs.length > 0 && (
          <p className="wm-row__needs">{row.needs.map((need) => more.needs[need]).join(', ')}</p>
        )}
        {row.steps > 0 && (
          <p className="wm-row__how">
            <a className="govuk-link" href={`/staff/customers/${row.customer.id}/plan`}>
              {more.steps(row.steps)}
              <span className="govuk-visually-hidden">{about}</span>
            </a>
          </p>
        )}
        {row.missedReason && <p className="wm-row__how">{more.whyIs(more.missedReasons[row.missedReason])}</p>}
      </div>
      <div className="wm-row__news">
        <ReadinessLines people={row.people} customerId={row.customer.id} about={about} wording={wording} />
        {row.customer.noMessages && <p className="wm-row__alert">{words.care.short}</p>}
        {row.nothingArrived && (
          <p className="wm-row__alert">
            <a className="govuk-link" href={`/staff/messages?show=office#appointment-${row.id}`}>
              {words.dayPage.nothingArrived}
              <span className="govuk-visually-hidden">{about}</span>
            </a>
          </p>
        )}
        {row.wouldComeSooner > 0 && (
          <p className="wm-row__how">
            <a className="govuk-link" href={`/staff/appointments/${row.id}#sooner`}>
              {words.dayPage.wouldComeSooner(row.wouldComeSooner)}
              <span className="govuk-visually-hidden">{about}</span>
            </a>
          </p>
        )}
        {row.freed && <FreedLine freed={row.freed} wording={wording} />}
        <MessageLines latest={row.latest} next={row.next} call={row.call} wording={wording} />
      </div>
      {row.mayRecord && <OutcomeButtons appointmentId={row.id} back={back} about={about} wording={wording} />}
      {row.undoEventId !== null && (
        <UndoForm
          action={`/staff/appointments/${row.id}/outcome-undo`}
          event={row.undoEventId}
          back={back}
          words={words}
          about={about}
        />
      )}
      {row.mayGiveReason && (
        <FoldedReason appointmentId={row.id} back={back} reason={row.missedReason} about={about} wording={wording} />
      )}
      {row.mayCorrect && (
        <CorrectOutcome appointmentId={row.id} back={back} about={about} recorded={pressedFor(row)} wording={wording} />
      )}
    </li>
  );
}
