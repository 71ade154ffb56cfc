import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  customer: { id: string };
  goal: { id: string; title: string };
  typed: string | null;
  fault: 'title' | 'titleTooLong' | null;
}

/** Other words for a goal. */
export function GoalNamePage({ language, me, customer, goal, typed, fault }: Props) {
  const words = staffPlanWords.in(language);
  const text = fault === null ? undefined : words.errors[fault];
  const plan = `/staff/customers/${customer.id}/plan`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={plan}>{words.goals.back}</BackLink>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#title' }]} />}
      <h1 className="govuk-heading-l">{words.goals.renameTitle}</h1>
      <form method="post" action={`${plan}/goals/${goal.id}/name`} noValidate>
        <Input
          name="title"
          label={{ text: words.goalTitle }}
          error={errorBeside(text, language)}
          defaultValue={typed ?? goal.title}
          autoComplete="off"
        />
        <Button>{words.goals.save}</Button>
      </form>
    </div>
  );
}
