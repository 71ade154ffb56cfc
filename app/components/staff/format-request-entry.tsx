import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import type { RequestState } from '~/domain/assisted/format-request';
import { dayInWords } from '~/i18n/plan-lines';
import { formatWords } from '~/i18n/pages/formats';
import type { ShownRequest } from '~/services/view-format-requests.server';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** Words first; the colour only repeats them. */
const COLOUR: Record<RequestState, string> = {
  to_arrange: 'govuk-tag--orange',
  asked: 'govuk-tag--yellow',
  booked: 'govuk-tag--green',
  done: 'govuk-tag--grey',
  cannot: 'govuk-tag--red',
  cancelled: 'govuk-tag--grey',
};

/** What is asked for, in a few words: "Interpreter: Polski", "Braille". */
export function requestName({ kind, spoken }: Pick<ShownRequest, 'kind' | 'spoken'>, language: Language): string {
  const words = formatWords.in(language);
  return spoken === '' ? words.kinds[kind] : words.spoken(words.kinds[kind], spoken);
}

interface Props {
  request: ShownRequest;
  clock: { zone: string; today: string };
  /** On a page about the customer it goes without saying whom it is for. */
  showCustomer: boolean;
  /** Where the forms come back to: `list` or `customer`. */
  back: 'list' | 'customer';
  /** Who looks: whoever sees to it already need not take it over. */
  me: string;
  wording: Wording;
}

/** A request with everything about it, and what can be done. */
export function FormatRequestEntry({ request, clock, showCustomer, back, me, wording }: Props) {
  const { language, name } = wording;
  const words = formatWords.in(language);
  const { id, customer, meeting, paper, owner, supplier, reference, state, stage, dueOn, chasedAt, closedAt } = request;
  const day = (when: string | number) => dayInWords(when, clock, language);
  const what = requestName(request, language);
  const about = <span className="govuk-visually-hidden">{words.about(what, name(customer))}</span>;
  const open = closedAt === null;
  return (
    <li className="wm-need" id={`request-${id}`}>
      <p className="wm-need__who">
        {showCustomer && (
          <>
            <RecordLink customer={customer} wording={wording} />
            {', '}
          </>
        )}
        {what} <Tag classes={COLOUR[state]}>{words.states[state]}</Tag>
      </p>
      {paper && <p className="wm-need__why">{words.papers[paper]}</p>}
      {meeting && (
        <p className="wm-need__why">
          <a className="govuk-link" href={`/staff/appointments/${meeting.id}`}>
            {words.forMeeting(wording.when(meeting.startsAt))}
            {about}
          </a>
          {meeting.off && `. ${words.meetingOff}`}
        </p>
      )}
      {open && (
        <p className={stage === 'late' || stage === 'with_manager' ? 'wm-row__alert' : 'wm-need__why'}>
          {words.due(day(dueOn))}
          {stage !== 'none' && `. ${words.stages[stage]}`}
        </p>
      )}
      <p className="wm-need__why">
        {[
          open && (owner ? words.owner(name(owner)) : words.nobody),
          supplier && words.supplier(supplier),
          reference && words.reference(reference),
          open && chasedAt !== null && words.chased(day(chasedAt)),
          state === 'cancelled' && supplier && words.tellSupplier,
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
      <div className="wm-buttons wm-no-print">
        {open && (
          <a className="wm-tap" href={`/staff/formats/${id}`}>
            {words.change}
            {about}
          </a>
        )}
        {open && owner?.id !== me && (
          <form method="post" action={`/staff/formats/${id}/owner`}>
            <input type="hidden" name="back" value={back} />
            <button className="wm-tap" type="submit">
              {words.takeOver}
              {about}
            </button>
          </form>
        )}
        {(state === 'done' || state === 'cannot') && (
          <form method="post" action={`/staff/formats/${id}/undo`}>
            <input type="hidden" name="back" value={back} />
            <button className="wm-tap" type="submit">
              {words.reopen}
              {about}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
