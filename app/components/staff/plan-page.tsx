import { NotificationBanner } from '~/components/design-system/notification-banner';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { PlanFaults, PlanValues, StaffPlanNotice } from '~/http/staff-plan-desk.server';
import type { Language } from '~/domain/language';
import { GOAL_HORIZONS } from '~/domain/plan/step';
import { dayInWords } from '~/i18n/plan-lines';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { staffWords } from '~/i18n/pages/staff';
import type { StaffPlanView } from '~/services/view-plan-as-staff.server';
import { PlanForms } from './plan-forms';
import { PlanFollowUps } from './plan-follow-ups';
import { EndedGoals, GoalButton, GoalButtons } from './plan-goals';
import { PlanSteps, StepButton } from './plan-steps';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  view: StaffPlanView;
  /** `about`: the step or goal that it is about. */
  notice: { done: StaffPlanNotice; about: string | null } | null;
  /** New identifiers, so that a form sent twice adds one thing. */
  forms: { goal: string };
  me: { firstName: string; lastName: string };
  again?: { errors: PlanFaults; values: PlanValues };
}

/** A customer's plan for their office: who needs help, goals and steps, what was agreed, and forms for more. */
export function StaffPlanPage({ language, view, notice, forms, me, again }: Props) {
  const words = staffPlanWords.in(language);
  const frame = frameWords.in(language);
  const { plan, customer, agreements } = view;
  const { goals, loose, done, ended } = plan;
  const steps = { view, language };
  const name = staffWords.in(language).name(customer.firstName, customer.lastName);
  const empty = goals.short.length + goals.long.length + loose.length + done.length + ended.length === 0;
  const errors = Object.entries(again?.errors ?? {}).map(([field, fault]) => ({
    text: words.errors[fault as keyof typeof words.errors],
    href: `#${field}`,
  }));
  const open = [...goals.short, ...goals.long].flatMap((goal) => goal.steps).concat(loose);
  const troubled = open.filter(({ state }) => state === 'help' || state === 'cannot');
  const lateReview = plan.review?.late === true;
  const day = (when: number | string) => dayInWords(when, view, language);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/customers/${customer.id}`}>{recordWords.in(language).journal.backToRecord}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      {notice && errors.length === 0 && (
        <NotificationBanner type="success" title={frame.done}>
          <p className="govuk-notification-banner__heading">{words.notices[notice.done]}</p>
          <UndoNotice notice={notice} customerId={customer.id} label={words.undo} />
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title(name)}</h1>
      <p className="wm-buttons">
        <a className="wm-tap" href={`/staff/customers/${customer.id}/plan/new-step`}>
          {words.addStep}
        </a>
      </p>
      {(troubled.length > 0 || lateReview) && (
        <section aria-labelledby="needs">
          <h2 className="govuk-heading-m" id="needs">
            {words.attention}
          </h2>
          {lateReview && <p className="govuk-body">{words.reviewLate(day(plan.review!.on))}</p>}
          <PlanSteps steps={troubled} {...steps} />
        </section>
      )}
      {empty && <p className="govuk-body">{words.none}</p>}
      {GOAL_HORIZONS.map(
        (horizon) =>
          goals[horizon].length > 0 && (
            <section key={horizon}>
              <h2 className="govuk-heading-m">{horizon === 'short' ? words.soon : words.further}</h2>
              {goals[horizon].map((goal) => (
                <section key={goal.id}>
                  <h3 className="govuk-heading-s">{goal.title}</h3>
                  {goal.steps.length === 0 && <p className="govuk-body">{words.noSteps}</p>}
                  <PlanSteps steps={goal.steps} {...steps} />
                  <GoalButtons goal={goal} customerId={customer.id} language={language} />
                </section>
              ))}
            </section>
          ),
      )}
      {loose.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.loose}</h2>
          <PlanSteps steps={loose} {...steps} />
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.done}</h2>
          <PlanSteps steps={done} {...steps} />
        </section>
      )}
      <EndedGoals view={view} language={language} />
      <PlanFollowUps view={view} language={language} />
      <section>
        <h2 className="govuk-heading-m">{words.agreements}</h2>
        {agreements.length === 0 ? (
          <p className="govuk-body">{words.neverAgreed}</p>
        ) : (
          <ul className="govuk-list">
            {agreements.map((one, n) => (
              <li key={one.id}>
                {words.agreedOn(day(one.agreedAt), one.byFirstName)}
                {n === 0 && one.nextReviewOn !== null && `. ${words.nextReview(day(one.nextReviewOn))}`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <PlanForms
        view={view}
        language={language}
        forms={forms}
        faults={again?.errors ?? {}}
        values={again?.values ?? {}}
      />
      <section>
        <h2 className="govuk-heading-m">{words.print.title}</h2>
        <ul className="govuk-list">
          {(
            [
              ['', words.print.normal],
              ['?size=large', words.print.large],
              ['?size=easy', words.print.easy],
              ['?in=both', words.print.both],
            ] as const
          ).map(([form, text]) => (
            <li key={form}>
              <a className="govuk-link" href={`/staff/customers/${customer.id}/plan.pdf${form}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** What takes back what was just done, where that can be taken back with one press. */
function UndoNotice(props: { notice: NonNullable<Props['notice']>; customerId: string; label: string }) {
  const { notice, customerId, label } = props;
  if (notice.about === null) return null;
  const button = { customerId, label, about: '' };
  if (notice.done === 'done' || notice.done === 'ended')
    return <StepButton {...button} stepId={notice.about} to="reopening" />;
  if (notice.done === 'goal_reached' || notice.done === 'goal_ended')
    return <GoalButton {...button} goalId={notice.about} to="reopening" />;
  return null;
}
