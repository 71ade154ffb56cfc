import { SummaryList } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import { MOST_POINTS } from '~/domain/capability/assess-capability';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { ProfileDesk } from '~/services/view-profile-desk.server';
import type { Wording } from './wording';

export type ShownProfile = NonNullable<ProfileDesk['current']>;

/** What is recommended and by which rule, and what a person has decided of it. */
export function CapabilityResult({
  current,
  view,
  wording,
}: {
  current: ShownProfile;
  view: ProfileDesk;
  wording: Wording;
}) {
  const words = staffProfileWords.in(wording.language);
  const { decision, recommended, rule, score, version, finishedAt } = current;
  const name = decision?.by ? wording.name(decision.by) : words.colleague;
  const isAsRecommended = decision?.level === recommended;
  return (
    <>
      <h2 className="govuk-heading-m">{words.inForce}</h2>
      <InsetText>
        <strong>{words.levels[decision?.level ?? recommended]}</strong>
        <br />
        {decision
          ? (isAsRecommended ? words.confirmed : words.overridden)(name, wording.when(decision.at))
          : words.waits}
        {decision?.reason && <blockquote className="wm-need__text wm-journal__text">{decision.reason}</blockquote>}
      </InsetText>
      {decision && view.mayDecide && (
        <form
          method="post"
          action={`/staff/customers/${view.customer.id}/profile/decision-undo`}
          className="wm-buttons"
        >
          <input type="hidden" name="profile" value={current.id} />
          <button className="wm-tap" type="submit">
            {words.undo}
          </button>
        </form>
      )}
      <h2 className="govuk-heading-m">{words.result}</h2>
      <SummaryList
        rows={[
          { key: words.result, value: words.levels[recommended] },
          { key: words.rule, value: words.rules[rule] },
          { key: words.score, value: words.points(`${score}`, `${MOST_POINTS}`, `${version}`) },
          { key: words.when, value: `${wording.when(finishedAt)}, ${tellerOf(current, wording)}` },
        ]}
      />
      <p className="govuk-body">{words.recommendsOnly}</p>
    </>
  );
}

/** Who told it, or saw it. */
function tellerOf({ source, toldBy, asker }: ShownProfile, wording: Wording): string {
  const words = staffProfileWords.in(wording.language);
  const name = asker ? wording.name(asker) : words.colleague;
  if (source === 'evidence') return words.seenBy(name);
  return toldBy === 'customer' ? words.toldBySelf : words.toldTo(name);
}
