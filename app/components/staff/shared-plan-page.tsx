import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { GOAL_HORIZONS } from '~/domain/plan/step';
import { dayInWords } from '~/i18n/plan-lines';
import { sharedPlanWords } from '~/i18n/pages/staff-shared-plans';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { staffWords } from '~/i18n/pages/staff';
import type { SharedPlanView, SharedStep } from '~/services/view-shared-plans.server';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  view: SharedPlanView;
  me: { firstName: string; lastName: string };
}

/** The plan of one customer as a partner sees it: goals and steps, to read. */
export function SharedPlanPage({ language, view, me }: Props) {
  const words = sharedPlanWords.in(language);
  const plan = staffPlanWords.in(language);
  const { customer, officeName, adviserFirstName, goals, reached, loose, done } = view;
  const list = { view, language };
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/shared-plans">{words.back}</BackLink>
      <h1 className="govuk-heading-l">
        {words.planTitle(staffWords.in(language).name(customer.firstName, customer.lastName))}
      </h1>
      <p className="govuk-body">{words.where(officeName, adviserFirstName)}</p>
      <p className="govuk-body">{words.readOnly}</p>
      {GOAL_HORIZONS.map(
        (horizon) =>
          goals[horizon].length > 0 && (
            <section key={horizon}>
              <h2 className="govuk-heading-m">{horizon === 'short' ? plan.soon : plan.further}</h2>
              {goals[horizon].map(({ id, title, steps }) => (
                <section key={id}>
                  <h3 className="govuk-heading-s">{title}</h3>
                  {steps.length === 0 ? (
                    <p className="govuk-body">{plan.noSteps}</p>
                  ) : (
                    <Steps steps={steps} {...list} />
                  )}
                </section>
              ))}
            </section>
          ),
      )}
      <Part title={plan.loose} steps={loose} {...list} />
      <Part title={plan.done} steps={done} {...list} />
      {reached.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.reached}</h2>
          <ul className="govuk-list">
            {reached.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface StepsProps {
  steps: readonly SharedStep[];
  view: SharedPlanView;
  language: Language;
}

function Part({ title, ...list }: StepsProps & { title: string }) {
  if (list.steps.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <Steps {...list} />
    </section>
  );
}

function Steps({ steps, view, language }: StepsProps) {
  const words = sharedPlanWords.in(language);
  return (
    <ul className="govuk-list">
      {steps.map(({ id, action, owner, dueOn, doneAt }) => (
        <li key={id} className="wm-plan-step">
          <strong>{action}</strong>
          <br />
          {doneAt === null
            ? words.by(words.owners[owner], dayInWords(dueOn, view, language))
            : words.doneOn(dayInWords(doneAt, view, language))}
        </li>
      ))}
    </ul>
  );
}
