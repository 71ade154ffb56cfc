import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import type { PlanNotice } from '~/domain/plan/plan-notice';
import type { StepHint } from '~/domain/plan/step-hints';
import { frameWords } from '~/i18n/pages/frame';
import { planWords } from '~/i18n/pages/plan';
import { dayInWords, daysInWords } from '~/i18n/plan-lines';
import type { PlanView } from '~/services/view-plan.server';
import { PlanNoticeBanner } from './plan-notice';
import { Goals, MoreSteps } from './step-list';

interface Props {
  plan: PlanView;
  notice: { done: PlanNotice; stepId: string | null; hints: StepHint[] } | null;
  language: Language;
}

/** The whole plan: goals near and further off, steps, and below what is done. */
export function PlanPage({ plan, notice, language }: Props) {
  const words = planWords.in(language);
  const { goals, loose, done, agreed, review, asked, ended, phone, reminders, ...about } = plan;
  const rest = { about, language };
  const day = (when: number | string) => dayInWords(when, about, language);
  const somewhere = goals.short.length + goals.long.length > 0;
  const empty = !somewhere && loose.length + done.length + ended.length === 0;
  const adviser = about.adviserFirstName ?? words.owners.adviser;
  return (
    <>
      <BackLink href="/">{frameWords.in(language).back}</BackLink>
      {notice && (
        <PlanNoticeBanner
          notice={notice.done}
          stepId={notice.stepId}
          hints={notice.hints}
          adviser={adviser}
          language={language}
        />
      )}
      {notice?.done === 'help' && (
        <p className="govuk-body">
          {words.notices.nowCall} <PhoneLink phone={phone} />
        </p>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {agreed && <p className="govuk-body">{words.agreed(agreed.by, day(agreed.at))}</p>}
      {review && (
        <p className="govuk-body">{review.late ? words.reviewLate(day(review.on)) : words.review(day(review.on))}</p>
      )}
      {asked.length > 0 && <p className="govuk-body">{words.asked(daysInWords(asked, about.zone, language))}</p>}
      {empty && (
        <>
          <p className="govuk-body">
            {words.empty} {words.emptyNext(about.adviserFirstName ?? words.yourAdviser)}
          </p>
          <p className="govuk-body">
            {words.emptyCall} <PhoneLink phone={phone} />
          </p>
        </>
      )}
      <Goals heading={words.soon} goals={goals.short} {...rest} />
      <Goals heading={words.further} goals={goals.long} {...rest} />
      <MoreSteps heading={somewhere ? words.other : words.steps} steps={loose} {...rest} />
      <form method="get" action="/plan/steps/new">
        <Button classes={empty ? undefined : 'govuk-button--secondary'}>{words.addStep}</Button>
      </form>
      <MoreSteps heading={words.done} steps={done} {...rest} />
      {ended.length > 0 && (
        <section className="wm-section">
          <h2 className="govuk-heading-m wm-section__heading">{words.reached}</h2>
          <ul className="govuk-list">
            {ended.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="wm-section wm-screen">
        <p className="govuk-body">
          {reminders.on ? words.reminders(reminders.days) : words.noReminders}{' '}
          <a className="govuk-link" href="/plan/reminders">
            {words.changeReminders}
          </a>
        </p>
        <ul className="govuk-list">
          {(
            [
              ['/journey', words.journey],
              ['/plan.pdf', words.pdf],
              ['/plan.pdf?size=large', words.largePdf],
              ['/plan.pdf?size=easy', words.easyPdf],
              ['/plan.pdf?in=both', words.bothPdf],
            ] as const
          ).map(([href, text]) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
