import type { ReactNode } from 'react';
import { Button } from '~/components/design-system/button';
import script from './ask-passkey.js?url';

interface Props {
  /** Where the answer goes. */
  action: string;
  /** Where the browser is told what to sign. */
  question: string;
  /** For the script, the only one of the portal: see docs/decisions/0019-ways-to-sign-in.md. */
  nonce: string;
  /** False at an address for which browsers have no passkeys. */
  available: boolean;
  /** What will happen. */
  text: string;
  submit: string;
  failed: string;
  /** What is said where passkeys do not work, without JavaScript for one. */
  children: ReactNode;
}

/**
 * A button that asks the browser for a passkey. The script shows it where passkeys work, and hides what is said where
 * they do not; without the script, that is all there is.
 */
export function PasskeyForm({ action, question, nonce, available, text, submit, failed, children }: Props) {
  return (
    <>
      <div id="passkey-failed" role="alert" hidden>
        <p className="govuk-error-message">{failed}</p>
      </div>
      <div id="passkey-none">{children}</div>
      {available && (
        <>
          <form method="post" action={action} id="passkey" data-question={question} hidden>
            <p className="govuk-body">{text}</p>
            <input type="hidden" name="answer" />
            <Button>{submit}</Button>
          </form>
          <script src={script} nonce={nonce} defer />
        </>
      )}
    </>
  );
}
