import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { invitationWords } from '~/i18n/pages/staff-invitation';
import type { InvitationFault, ShownInvitation } from '~/services/invite-staff.server';
import { QrCode } from './qr-code';

export type ShownFault = InvitationFault | 'wait';

interface Props {
  language: Language;
  token: string;
  invitation: ShownInvitation;
  faults: readonly ShownFault[];
}

/** A new colleague's password, and their authenticator app: both on one page, because one without the other is worth nothing. */
export function InvitationPage({ language, token, invitation, faults }: Props) {
  const words = invitationWords.in(language);
  const fieldOf = (fault: ShownFault) => (fault === 'wrong_code' ? 'code' : 'password');
  const textOf = (field: string) => {
    const fault = faults.find((one) => fieldOf(one) === field);
    return fault && words.faults[fault];
  };
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          title={frameWords.in(language).problem}
          errors={faults.map((fault) => ({ text: words.faults[fault], href: `#${fieldOf(fault)}` }))}
        />
      )}
      <h1 className="govuk-heading-l" id="page">
        {words.title}
      </h1>
      <p className="govuk-body">{words.hello(invitation.firstName, invitation.email)}</p>
      <form method="post" action={`/staff/invitation/${token}`} noValidate>
        <input type="hidden" name="username" value={invitation.email} autoComplete="username" />
        <Input
          name="password"
          type="password"
          label={{ text: words.password, classes: 'govuk-label--m' }}
          hint={words.passwordHint}
          error={errorBeside(textOf('password'), language)}
          autoComplete="new-password"
        />
        <h2 className="govuk-heading-m">{words.app}</h2>
        <p className="govuk-body">{words.scan}</p>
        <QrCode text={invitation.totpAddress} label={words.picture} />
        <p className="govuk-body">{words.orType}</p>
        <p className="govuk-body wm-as-sent">
          <code>{invitation.totpSecret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <Input
          name="code"
          label={{ text: words.code }}
          hint={words.codeHint}
          error={errorBeside(textOf('code'), language)}
          classes="govuk-input--width-10"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}

/** An invitation that leads nowhere any more. */
export function InvitationGone({ language }: { language: Language }) {
  const words = invitationWords.in(language).gone;
  return (
    <>
      <h1 className="govuk-heading-l" id="page">
        {words.title}
      </h1>
      <p className="govuk-body">{words.lead}</p>
      <p className="govuk-body">
        {words.used}{' '}
        <a className="govuk-link" href="/staff/sign-in">
          {words.signIn}
        </a>
        .
      </p>
    </>
  );
}
