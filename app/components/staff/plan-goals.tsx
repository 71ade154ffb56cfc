import type { Language } from '~/domain/language';
import { dayInWords } from '~/i18n/plan-lines';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { ShownGoal } from '~/services/load-plan.server';
import type { StaffPlanView } from '~/services/view-plan-as-staff.server';

/** What can be done with a goal that is pursued. */
export function GoalButtons(props: { goal: ShownGoal; customerId: string; language: Language }) {
  const { goal, customerId, language } = props;
  const words = staffPlanWords.in(language).goals;
  const button = { customerId, goalId: goal.id, about: words.about(goal.title) };
  return (
    <div className="wm-buttons">
      <GoalButton {...button} to="ending" reached="yes" label={words.reached} />
      <GoalButton {...button} to="ending" reached="no" label={words.unwanted} />
      <a className="wm-tap" href={`/staff/customers/${customerId}/plan/goals/${goal.id}/name`}>
        {words.rename}
        <span className="govuk-visually-hidden">{button.about}</span>
      </a>
    </div>
  );
}

interface ButtonProps {
  customerId: string;
  goalId: string;
  to: 'ending' | 'reopening';
  reached?: 'yes' | 'no';
  label: string;
  /** For those who hear the button alone: which goal. */
  about: string;
}

/** One button about one goal. */
export function GoalButton({ customerId, goalId, to, reached, label, about }: ButtonProps) {
  return (
    <form method="post" action={`/staff/customers/${customerId}/plan/goals/${goalId}/${to}`}>
      {reached && <input type="hidden" name="reached" value={reached} />}
      <button className="wm-tap" type="submit">
        {label}
        {about && <span className="govuk-visually-hidden">{about}</span>}
      </button>
    </form>
  );
}

/** Goals that were reached or are no longer wanted, each with the way back. */
export function EndedGoals({ view, language }: { view: StaffPlanView; language: Language }) {
  const words = staffPlanWords.in(language);
  const { ended } = view.plan;
  if (ended.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{words.goals.ended}</h2>
      <ul className="govuk-list">
        {ended.map(({ id, title, reached, endedAt }) => {
          const day = dayInWords(endedAt, view, language);
          return (
            <li key={id} className="wm-plan-step">
              <strong>{title}</strong>, {reached ? words.goals.wasReached(day) : words.goals.wasEnded(day)}
              <div className="wm-buttons">
                <GoalButton
                  {...{ customerId: view.customer.id, goalId: id, to: 'reopening', label: words.reopen }}
                  about={words.goals.about(title)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
