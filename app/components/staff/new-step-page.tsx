import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { Details, InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { DUE_CHOICES } from '~/domain/plan/due-choice';
import { STEP_OWNERS } from '~/domain/plan/step';
import type { StepHint } from '~/domain/plan/step-hints';
import type { NewStepFaults, NewStepField, NewStepValues } from '~/http/new-step-desk.server';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { staffWords } from '~/i18n/pages/staff';
import type { NewStepView } from '~/services/view-new-step.server';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  view: NewStepView;
  me: { firstName: string; lastName: string };
  form: string;
  values: NewStepValues;
  /** The form is filled from the library. */
  chosen: boolean;
  faults: NewStepFaults;
  /** Tips about what was written; `asked`: somebody asked for them, and nothing was to be saved. */
  advice: { hints: StepHint[]; asked: boolean } | null;
}

/** A new step: from the office's library, or free; with tips about its words that never stand in the way. */
export function NewStepPage(props: Props) {
  const { language, view, me, chosen, faults } = props;
  const all = staffPlanWords.in(language);
  const words = all.newStep;
  const { customer } = view;
  const path = `/staff/customers/${customer.id}/plan`;
  const errors = Object.entries(faults).map(([field, fault]) => ({
    text: all.errors[fault as keyof typeof all.errors],
    href: `#${field}`,
  }));
  const begun = chosen || errors.length > 0 || props.advice !== null;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{all.goals.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">
        {words.title(staffWords.in(language).name(customer.firstName, customer.lastName))}
      </h1>
      {begun ? (
        <>
          <StepForm {...props} />
          <Details summary={words.library}>
            <Library view={view} language={language} />
          </Details>
        </>
      ) : (
        <>
          <section aria-labelledby="library">
            <h2 className="govuk-heading-m" id="library">
              {words.library}
            </h2>
            <Library view={view} language={language} />
          </section>
          <StepForm {...props} />
        </>
      )}
    </div>
  );
}

/** The steps that the office agrees often, each a way to the form that it fills. */
function Library({ view, language }: { view: NewStepView; language: Language }) {
  const words = staffPlanWords.in(language).newStep;
  const barriers = recordWords.in(language).barrierNames;
  if (view.library.length === 0) return <p className="govuk-body">{words.noLibrary}</p>;
  return (
    <>
      <p className="govuk-body">{words.libraryHint}</p>
      {view.library.map(({ barrier, theirs, steps }) => (
        <section key={barrier ?? 'anybody'}>
          <h3 className="govuk-heading-s">
            {barrier === null
              ? words.anybody
              : theirs
                ? words.theirs(barriers[barrier])
                : words.other(barriers[barrier])}
          </h3>
          <ul className="govuk-list wm-library">
            {steps.map((step) => (
              <li key={step.id}>
                <a
                  className="govuk-link"
                  href={`/staff/customers/${view.customer.id}/plan/new-step?from=${step.id}`}
                  lang={step.language === language ? undefined : step.language}
                >
                  {step.action}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function StepForm({ language, view, form, values, chosen, faults, advice }: Props) {
  const words = staffPlanWords.in(language);
  const error = (name: NewStepField) => {
    const fault = faults[name];
    return errorBeside(fault && words.errors[fault as keyof typeof words.errors], language);
  };
  const field = (name: NewStepField) => ({ name, error: error(name) });
  const text = (name: NewStepField, label: string) => ({ ...field(name), label: { text: label }, autoComplete: 'off' });
  const choice = (name: NewStepField, legend: string) => ({
    ...field(name),
    fieldset: { legend: { text: legend } },
    value: values[name],
  });
  return (
    <section aria-labelledby="step">
      <h2 className="govuk-heading-m" id="step">
        {words.newStep.form}
      </h2>
      {chosen && <p className="govuk-body">{words.newStep.from}</p>}
      {advice && <Advice {...advice} language={language} />}
      <form method="post" action={`/staff/customers/${view.customer.id}/plan/new-step`} noValidate>
        <input type="hidden" name="form" value={form} />
        {advice && advice.hints.length > 0 && <input type="hidden" name="advised" value="yes" />}
        <Input {...text('action', words.action)} hint={words.actionHint} defaultValue={values.action} />
        <Radios
          {...choice('owner', words.owner)}
          classes="govuk-radios--inline"
          items={STEP_OWNERS.map((owner) => ({ value: owner, text: words.owners[owner] }))}
        />
        {view.goals.length > 0 && (
          <Radios
            {...choice('goal', words.goal)}
            items={[
              ...view.goals.map(({ id, title }) => ({ value: id, text: title })),
              { value: 'none', text: words.noGoal },
            ]}
          />
        )}
        <Radios
          {...choice('due', words.due)}
          items={DUE_CHOICES.map((due) => ({ value: due, text: words.choices[due] }))}
        />
        <Input {...text('date', words.date)} type="date" defaultValue={values.date} classes="govuk-input--width-10" />
        <div className="govuk-button-group">
          <Button>{advice && advice.hints.length > 0 ? words.newStep.anyway : words.newStep.save}</Button>
          <Button classes="govuk-button--secondary" name="check" value="yes">
            {words.newStep.check}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Tips in words; where there are none and somebody asked, that it is clear. */
function Advice({ hints, language }: { hints: StepHint[]; language: Language }) {
  const words = staffPlanWords.in(language);
  return (
    <InsetText id="tips">
      {hints.length === 0 ? (
        <p className="govuk-body">{words.newStep.good}</p>
      ) : (
        <>
          <h3 className="govuk-heading-s">{words.newStep.tips}</h3>
          <ul className="govuk-list">
            {hints.map((hint) => (
              <li key={hint}>{words.hints[hint]}</li>
            ))}
          </ul>
          <p className="govuk-body">{words.newStep.tipsHint}</p>
        </>
      )}
    </InsetText>
  );
}
