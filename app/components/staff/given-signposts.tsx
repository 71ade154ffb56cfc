import { formatDate } from '~/i18n/format';
import { signpostWords } from '~/i18n/pages/signposts';
import type { SignpostsView } from '~/services/give-signposts.server';
import { OutcomeForm } from './signpost-entry';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

interface Props {
  view: SignpostsView;
  back: string;
  wording: Wording;
}

/** What somebody was pointed to, what came of it, and the ways to record that or take it back. */
export function GivenSignposts({ view, back, wording }: Props) {
  const words = signpostWords.in(wording.language);
  const day = (when: number | string) => formatDate(when, view.zone, wording.language);
  return (
    <section aria-labelledby="given">
      <h2 className="govuk-heading-m" id="given">
        {words.given}
      </h2>
      {view.given.length === 0 && <p className="govuk-body">{words.noneGiven}</p>}
      <ul className="wm-needs__list">
        {view.given.map((one) => (
          <li key={one.id} className="wm-need">
            <p className="wm-need__who">{words.line(one.name, words.reasons[one.need], day(one.givenAt))}</p>
            <p className="wm-need__why">
              {one.giver ? words.by(wording.name(one.giver)) : words.byThem}
              {one.thing === null && `. ${words.retired}`}
            </p>
            <p className="wm-need__why">
              {one.outcome !== null
                ? words.asked(words.outcomes[one.outcome])
                : one.askOn === null
                  ? words.nobodyAsks
                  : words.askedOn(day(one.askOn))}
            </p>
            {one.outcome === null && (
              <OutcomeForm id={one.id} back={back} about={words.about(one.name)} wording={wording} />
            )}
            <UndoForm
              action={`/staff/signposts/${one.id}/withdrawal`}
              back={back}
              words={wording.words}
              label={words.withdraw}
              about={words.about(one.name)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
