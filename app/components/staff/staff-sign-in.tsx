import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { staffWords } from '~/i18n/pages/staff';

export type SignInFault = 'missingEmail' | 'missingPassword' | 'missingCode' | 'wrong' | 'busy' | 'tooMany';

interface Props {
  language: Language;
  faults: readonly SignInFault[];
  /** How long to wait after too many tries. */
  minutes: number;
  email: string | undefined;
}

const FIELD: Partial<Record<SignInFault, 'email' | 'password' | 'code'>> = {
  missingEmail: 'email',
  missingPassword: 'password',
  missingCode: 'code',
};

/** Password and authenticator code on one form: what was wrong is never said apart. */
export function StaffSignIn({ language, faults, minutes, email }: Props) {
  const words = staffWords.in(language).signIn;
  const frame = frameWords.in(language);
  const text = (fault: SignInFault) => (fault === 'tooMany' ? words.tooMany(words.minutes(minutes)) : words[fault]);
  const errorOf = (field: string) => {
    const fault = faults.find((one) => FIELD[one] === field);
    return fault && { text: text(fault), visuallyHiddenText: frame.error };
  };
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          title={frame.problem}
          errors={faults.map((fault) => ({ text: text(fault), href: `#${FIELD[fault] ?? 'email'}` }))}
        />
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <form method="post" action="/staff/sign-in" noValidate>
        <Input
          name="email"
          type="email"
          label={{ text: words.email }}
          error={errorOf('email')}
          defaultValue={email}
          autoComplete="username"
          spellCheck={false}
        />
        <Input
          name="password"
          type="password"
          label={{ text: words.password }}
          error={errorOf('password')}
          autoComplete="current-password"
        />
        <Input
          name="code"
          label={{ text: words.code }}
          hint={words.codeHint}
          error={errorOf('code')}
          classes="govuk-input--width-10"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
