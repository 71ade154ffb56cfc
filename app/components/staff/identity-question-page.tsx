import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { IdentityFact, IdentityStep } from '~/domain/assisted/identity-questions';
import type { RingBackNotice } from '~/domain/assisted/ring-back';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';
import { Cautions, type HelpPageProps } from './help-begin-page';
import { RingBackBanner, RingBackChoice } from './ring-back-choice';
import { StaffBar } from './staff-bar';

interface Props extends HelpPageProps {
  /** Nothing was typed. */
  empty: boolean;
  /** The answer before was not right. */
  wrong: boolean;
  /** What was just done about ringing them back. */
  notice: RingBackNotice | null;
}

/** What a colleague asks somebody on the telephone, one question at a time, until it is clear that it is them; or not today. */
export function IdentityQuestionPage({ language, desk, me, empty, wrong, notice }: Props) {
  const { customer, step } = desk;
  const help = `/staff/customers/${customer.id}/help`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={help}>{frameWords.in(language).back}</BackLink>
      {step.next === 'ask' && <Question {...{ language, desk, empty, wrong, step, help }} />}
      {step.next === 'stop' && <NotToday {...{ language, desk, why: step.why, notice }} />}
    </div>
  );
}

interface QuestionProps extends Pick<Props, 'language' | 'desk' | 'empty' | 'wrong'> {
  step: { fact: IdentityFact; right: number };
  help: string;
}

function Question({ language, desk, empty, wrong, step, help }: QuestionProps) {
  const words = helpWords.in(language).ask;
  const { firstName, lastName } = desk.customer;
  const text = empty ? words.empty : undefined;
  return (
    <>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#said' }]} />}
      <h1 className="govuk-heading-l">{words.title(staffWords.in(language).name(firstName, lastName))}</h1>
      <Cautions desk={desk} language={language} />
      {wrong && <p className="govuk-body">{words.wrong}</p>}
      {step.right > 0 && <p className="govuk-body">{words.right(step.right)}</p>}
      <InsetText>
        <p className="govuk-body">{words.read}</p>
        <p className="govuk-body-l">{words.question[step.fact]}</p>
      </InsetText>
      <form method="post" action={`${help}/questions`} noValidate>
        <input type="hidden" name="fact" value={step.fact} />
        <Input
          name="said"
          label={{ text: words.said }}
          hint={`${words.hint[step.fact]} ${words.compare}`}
          error={errorBeside(text, language)}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="wm-choices">
          <Button>{words.submit}</Button>
          <Button classes="govuk-button--secondary" name="cannot" value="yes">
            {words.cannot}
          </Button>
        </div>
      </form>
      <p className="govuk-body">{words.never}</p>
    </>
  );
}

function NotToday(props: {
  language: Props['language'];
  desk: Props['desk'];
  why: Extract<IdentityStep, { next: 'stop' }>['why'];
  notice: Props['notice'];
}) {
  const { language, desk, why, notice } = props;
  const words = helpWords.in(language).stop;
  const { customer, ringBack } = desk;
  return (
    <>
      {notice && <RingBackBanner notice={notice} language={language} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words[why]}</p>
      <p className="govuk-body">{words.noBlame}</p>
      {ringBack && <RingBackChoice customerId={customer.id} ringBack={ringBack} language={language} />}
      <p className="govuk-body">{words.come(desk.officePhone)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${customer.id}`}>
          {words.numbers}
        </a>
      </p>
    </>
  );
}
