import { capitalised } from '~/components/appointment/shown-appointment';
import type { Language } from '~/domain/language';
import { stepLine } from '~/i18n/plan-lines';
import type { ShownGoal, ShownStep } from '~/services/load-plan.server';
import { planWords } from '~/i18n/pages/plan';

/** What the lines below a step need to know. `today` is a date of `zone`. */
export interface PlanClock {
  adviserFirstName: string | null;
  zone: string;
  today: string;
}

interface ListProps {
  steps: readonly ShownStep[];
  about: PlanClock;
  language: Language;
}

/** Steps with who does them and by when; the customer's own lead to where they can be answered. */
export function StepList({ steps, about, language }: ListProps) {
  return (
    <ul className="govuk-list wm-told">
      {steps.map((step) => (
        <li key={step.id}>
          {step.owner === 'customer' ? (
            <a className="govuk-link" href={`/plan/steps/${step.id}`}>
              {step.action}
            </a>
          ) : (
            step.action
          )}
          {stepLine(step, about, language).map((line) => (
            <span key={line} className="wm-quiet wm-line">
              {capitalised(line)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The goals of one horizon, each with its steps. */
export function Goals(props: Omit<ListProps, 'steps'> & { heading: string; goals: readonly ShownGoal[] }) {
  const { heading, goals, ...rest } = props;
  if (goals.length === 0) return null;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m wm-section__heading">{heading}</h2>
      {goals.map((goal) => (
        <section key={goal.id}>
          <h3 className="govuk-heading-s wm-section__heading">{goal.title}</h3>
          {goal.steps.length === 0 ? (
            <p className="govuk-body wm-quiet">{planWords.in(rest.language).noStepsYet}</p>
          ) : (
            <StepList steps={goal.steps} {...rest} />
          )}
        </section>
      ))}
    </section>
  );
}

/** Steps below a heading; nothing where there are none. */
export function MoreSteps({ heading, ...list }: ListProps & { heading: string }) {
  if (list.steps.length === 0) return null;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m wm-section__heading">{heading}</h2>
      <StepList {...list} />
    </section>
  );
}
