import type { DayRow } from '~/services/view-office-day.server';
import { FreedLine } from './freed-line';
import { MessageLines } from './message-line';
import { OutcomeButtons } from './outcome-buttons';
import { StateTag } from './state-tag';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

interface ListProps {
  rows: readonly DayRow[];
  /** The instant to mark (ms), or null on another day. */
  now: number | null;
  back: string;
  showAdviser: boolean;
  wording: Wording;
}

/** The day in time order, with a line where "now" is. */
export function DayList({ rows, now, ...rest }: ListProps) {
  const ahead = now === null ? -1 : rows.findIndex((row) => row.startsAt > now);
  const line = now !== null && (
    <li className="wm-now" key="now">
      {rest.wording.words.dayPage.now(rest.wording.time(now))}
    </li>
  );
  return (
    <ol className="wm-day">
      {rows.map((row, index) => [index === ahead && line, <Row key={row.id} row={row} {...rest} />])}
      {ahead === -1 && line}
    </ol>
  );
}

type RowProps = Omit<ListProps, 'rows' | 'now'> & { row: DayRow };

function Row({ row, back, showAdviser, wording }: RowProps) {
  const { words, time, name } = wording;
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
        <p className="wm-row__purpose">{row.purpose}</p>
        <p className="wm-row__how">
          {words.modes[row.mode]}
          {showAdviser && `, ${words.dayPage.with(name(row.adviser))}`}
        </p>
      </div>
      <div className="wm-row__news">
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
    </li>
  );
}
