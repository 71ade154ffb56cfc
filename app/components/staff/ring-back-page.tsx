import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import { CallTimeFields, callTimeField } from '~/components/home/call-time-fields';
import { QuestionPage } from '~/components/question-page';
import { callRequestWords, type CallRequestProblem } from '~/i18n/pages/call-request';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';
import type { RingBack } from '~/services/view-ring-back.server';
import { Cautions, type HelpPageProps } from './help-begin-page';
import { StaffBar } from './staff-bar';

interface Props extends HelpPageProps {
  ringBack: RingBack;
  problem?: CallRequestProblem;
  values?: { day: string; part: string };
}

/** When somebody of whom it was not clear on the telephone that it is them is rung, on a number that is on record. */
export function RingBackPage({ language, desk, me, ringBack, problem, values }: Props) {
  const words = helpWords.in(language).ringBack;
  const { id, firstName, lastName } = desk.customer;
  const help = `/staff/customers/${id}/help`;
  const error = problem && { text: callRequestWords.in(language).errors[problem], field: callTimeField(problem) };
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <QuestionPage language={language} back={`${help}/questions`} error={error}>
        <h1 className="govuk-heading-l">{words.title(staffWords.in(language).name(firstName, lastName))}</h1>
        <Cautions desk={desk} language={language} />
        <InsetText>{words.number}</InsetText>
        <p className="govuk-body">{words.tell}</p>
        <form method="post" action={`${help}/ring-back`} noValidate>
          <CallTimeFields {...{ language, problem, values }} times={ringBack} soon={words.soon} />
          <Button>{words.submit}</Button>
        </form>
      </QuestionPage>
    </div>
  );
}
