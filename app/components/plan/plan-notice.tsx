import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import type { PlanNotice } from '~/domain/plan/plan-notice';
import type { StepHint } from '~/domain/plan/step-hints';
import { frameWords } from '~/i18n/pages/frame';
import { planWords } from '~/i18n/pages/plan';

interface Props {
  notice: PlanNotice;
  /** The step that it is about; null where that is not known. */
  stepId: string | null;
  hints: readonly StepHint[];
  adviser: string;
  language: Language;
}

/** What has just been done to the plan, how to take it back, and a tip for a new step. */
export function PlanNoticeBanner({ notice, stepId, hints, adviser, language }: Props) {
  const words = planWords.in(language);
  const said = words.notices[notice];
  const back = stepId === null ? undefined : WAY_BACK[notice];
  return (
    <NotificationBanner type="success" title={frameWords.in(language).done}>
      <p className="govuk-notification-banner__heading">{typeof said === 'string' ? said : said(adviser)}</p>
      {hints.length > 0 && (
        <>
          <p className="govuk-body">
            {words.tips.heading}: {hints.map((hint) => words.tips[hint]).join(' ')}
          </p>
          <p className="govuk-body">
            <a className="govuk-notification-banner__link" href={`/plan/steps/${stepId}/change`}>
              {words.tips.change}
            </a>
          </p>
        </>
      )}
      {back && (
        <form method="post" action={`/plan/steps/${stepId}/${back}`}>
          <Button classes="govuk-button--secondary">{words.notices.undo}</Button>
        </form>
      )}
    </NotificationBanner>
  );
}

const WAY_BACK: Partial<Record<PlanNotice, string>> = {
  done: 'reopening',
  cannot: 'reopening',
  help: 'reopening',
  added: 'removal',
  removed: 'restoration',
};
