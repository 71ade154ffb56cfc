import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { wallClockOf } from '~/domain/time/wall-clock';
import { dayInWords } from '~/i18n/plan-lines';
import { followUpWords } from '~/i18n/pages/staff-follow-ups';
import type { FollowUpToDo } from '~/services/view-follow-ups.server';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** Which clock dates are said by. */
export interface FollowUpClock {
  zone: string;
  now: number;
}

function linesOf(followUp: FollowUpToDo, clock: FollowUpClock, wording: Wording) {
  const words = followUpWords.in(wording.language);
  const about = { zone: clock.zone, today: wallClockOf(clock.now, clock.zone).date };
  const day = (when: number | string) => dayInWords(when, about, wording.language);
  const { months, agreedAt, state, dueOn } = followUp;
  return { after: words.after(words.months(months), day(agreedAt)), due: words.states[state](day(dueOn)) };
}

/** A plan to ask after among what needs somebody: who, and since when; how it goes is written on the page of follow-ups. */
export function FollowUpNeed({
  followUp,
  clock,
  wording,
}: {
  followUp: FollowUpToDo;
  clock: FollowUpClock;
  wording: Wording;
}) {
  const words = followUpWords.in(wording.language);
  const { after, due } = linesOf(followUp, clock, wording);
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={followUp.customer} wording={wording} />
      </p>
      <p className="wm-need__why">
        {after}: {due}
      </p>
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/follow-ups#follow-up-${followUp.id}`}>
          {words.openOne}
          <span className="govuk-visually-hidden">{words.about(wording.name(followUp.customer))}</span>
        </a>
      </div>
    </li>
  );
}

interface Props {
  followUp: FollowUpToDo;
  clock: FollowUpClock;
  back: string;
  showAdviser: boolean;
  /** What was typed, where it was too long. */
  typed: string | null;
  wording: Wording;
}

/** A plan to ask after, with what can be said of it. */
export function FollowUpEntry({ followUp, clock, back, showAdviser, typed, wording }: Props) {
  const words = followUpWords.in(wording.language);
  const { id, customer, adviser, noMessages } = followUp;
  const { after, due } = linesOf(followUp, clock, wording);
  const about = words.about(wording.name(customer));
  const to = (what: string) => `/staff/follow-ups/${id}/${what}`;
  return (
    <li className="wm-need" id={`follow-up-${id}`}>
      <p className="wm-need__who">
        <RecordLink customer={customer} wording={wording} />
        {', '}
        <a className="govuk-link" href={`/staff/customers/${customer.id}/plan`}>
          {words.plan}
          <span className="govuk-visually-hidden">{about}</span>
        </a>
      </p>
      <p className="wm-need__why">
        {after}: {due}
      </p>
      {showAdviser && adviser && <p className="wm-need__why">{words.adviser(wording.name(adviser))}</p>}
      {noMessages && <p className="wm-row__alert">{words.safety}</p>}
      <form method="post" action={to('done')} noValidate>
        <input type="hidden" name="back" value={back} />
        <Textarea
          {...{ name: 'note', id: `note-${id}`, rows: 2, spellCheck: true }}
          label={{
            text: (
              <>
                {words.how}
                <span className="govuk-visually-hidden">{about}</span>
              </>
            ),
          }}
          hint={words.howHint}
          error={errorBeside(typed === null ? undefined : words.errors.note, wording.language)}
          defaultValue={typed ?? undefined}
        />
        <div className="wm-buttons">
          <button className="wm-tap" type="submit">
            {words.markDone}
            <span className="govuk-visually-hidden">{about}</span>
          </button>
          {!noMessages && (
            <button className="wm-tap" type="submit" formAction={to('not-reached')}>
              {words.notReached}
              <span className="govuk-visually-hidden">{about}</span>
            </button>
          )}
        </div>
      </form>
    </li>
  );
}
