import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { GOAL_HORIZONS } from '~/domain/plan/step';
import { addDays } from '~/domain/time/wall-clock';
import type { PlanFaults, PlanField, PlanValues } from '~/http/staff-plan-desk.server';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { StaffPlanView } from '~/services/view-plan-as-staff.server';

interface Props {
  view: StaffPlanView;
  language: Language;
  forms: { goal: string };
  faults: PlanFaults;
  values: PlanValues;
}

/** A usual pause between two looks at a plan, in days. */
const REVIEW_AFTER = 28;

/** A new goal, and "agreed together today". */
export function PlanForms({ view, language, forms, faults, values }: Props) {
  const words = staffPlanWords.in(language);
  const base = `/staff/customers/${view.customer.id}/plan`;
  const error = (field: PlanField) => {
    const fault = faults[field];
    return errorBeside(fault && words.errors[fault as keyof typeof words.errors], language);
  };
  const field = (name: PlanField) => ({ name, error: error(name) });
  const text = (name: PlanField, label: string) => ({ ...field(name), label: { text: label }, autoComplete: 'off' });
  const choice = (name: PlanField, legend: string) => ({
    ...field(name),
    fieldset: { legend: { text: legend } },
    value: values[name],
  });
  return (
    <>
      <section>
        <h2 className="govuk-heading-m">{words.addGoal}</h2>
        <form method="post" action={`${base}/new-goal`} noValidate>
          <input type="hidden" name="form" value={forms.goal} />
          <Input {...text('title', words.goalTitle)} defaultValue={values.title} />
          <Radios
            {...choice('horizon', words.horizon)}
            classes="govuk-radios--inline"
            items={GOAL_HORIZONS.map((horizon) => ({ value: horizon, text: words.horizons[horizon] }))}
          />
          <Button>{words.addGoal}</Button>
        </form>
      </section>
      <section>
        <h2 className="govuk-heading-m">{words.agree}</h2>
        <form method="post" action={`${base}/agreement`} noValidate>
          <Input
            {...text('reviewOn', words.reviewOn)}
            hint={words.agreeHint}
            type="date"
            defaultValue={values.reviewOn ?? addDays(view.today, REVIEW_AFTER)}
            classes="govuk-input--width-10"
          />
          <Button>{words.record}</Button>
        </form>
      </section>
    </>
  );
}
