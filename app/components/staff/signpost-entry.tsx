import { SIGNPOST_OUTCOMES } from '~/domain/signpost/signpost';
import { wallClockOf } from '~/domain/time/wall-clock';
import { dayInWords } from '~/i18n/plan-lines';
import { signpostWords } from '~/i18n/pages/signposts';
import type { SignpostToAsk } from '~/services/ask-about-signposts.server';
import type { FollowUpClock } from './follow-up-entry';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

function linesOf(signpost: SignpostToAsk, clock: FollowUpClock, wording: Wording) {
  const words = signpostWords.in(wording.language);
  const about = { zone: clock.zone, today: wallClockOf(clock.now, clock.zone).date };
  const day = (when: number | string) => dayInWords(when, about, wording.language);
  return {
    what: words.due.line(signpost.name, words.reasons[signpost.need]),
    since: words.due.since(day(signpost.givenAt), day(signpost.askOn)),
  };
}

interface Props {
  signpost: SignpostToAsk;
  clock: FollowUpClock;
  wording: Wording;
}

/** Somebody to ask how it went, among what needs the adviser. */
export function SignpostNeed({ signpost, clock, wording }: Props) {
  const words = signpostWords.in(wording.language);
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={signpost.customer} wording={wording} />
      </p>
      <p className="wm-need__why">{linesOf(signpost, clock, wording).what}</p>
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/signposts#signpost-${signpost.id}`}>
          {words.due.open}
          <span className="govuk-visually-hidden">{words.about(wording.name(signpost.customer))}</span>
        </a>
      </div>
    </li>
  );
}

/** The same on its own page, with everything that can have come of it. */
export function SignpostEntry({
  signpost,
  clock,
  wording,
  back,
  showAdviser,
}: Props & { back: string; showAdviser: boolean }) {
  const words = signpostWords.in(wording.language);
  const { id, customer, adviser, noMessages } = signpost;
  const { what, since } = linesOf(signpost, clock, wording);
  return (
    <li className="wm-need" id={`signpost-${id}`}>
      <p className="wm-need__who">
        <RecordLink customer={customer} wording={wording} />
      </p>
      <p className="wm-need__why">{what}</p>
      <p className="wm-need__why">{since}</p>
      {showAdviser && adviser && <p className="wm-need__why">{words.due.adviser(wording.name(adviser))}</p>}
      {noMessages && <p className="wm-row__alert">{words.due.safety}</p>}
      <OutcomeForm id={id} back={back} about={words.about(wording.name(customer))} wording={wording} />
    </li>
  );
}

/** One press for what came of it, and one to ask again later. */
export function OutcomeForm({
  id,
  back,
  about,
  wording,
}: {
  id: string;
  back: string;
  about: string;
  wording: Wording;
}) {
  const words = signpostWords.in(wording.language);
  const hidden = <span className="govuk-visually-hidden">{about}</span>;
  return (
    <form method="post" action={`/staff/signposts/${id}/outcome`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      {SIGNPOST_OUTCOMES.map((outcome) => (
        <button key={outcome} className="wm-tap" type="submit" name="outcome" value={outcome}>
          {words.outcomes[outcome]}
          {hidden}
        </button>
      ))}
      <button className="wm-tap" type="submit" formAction={`/staff/signposts/${id}/later`}>
        {words.later}
        {hidden}
      </button>
    </form>
  );
}
