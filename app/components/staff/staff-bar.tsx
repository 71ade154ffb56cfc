import { useFrame } from '~/components/frame';
import type { Language } from '~/domain/language';
import { lettersWords } from '~/i18n/pages/letters';
import { replyWords } from '~/i18n/pages/replies';
import { policyWords } from '~/i18n/pages/policy';
import { recordWords } from '~/i18n/pages/record';
import { staffWords } from '~/i18n/pages/staff';
import { textWords } from '~/i18n/pages/texts';
import { troubleWords } from '~/i18n/pages/trouble';
import { SendingBanner } from './sending-banner';

interface Props {
  me: { firstName: string; lastName: string };
  language: Language;
}

/** Who is signed in, the ways to their pages, and the way out; and, for everybody, that nothing is being sent. */
export function StaffBar({ me, language }: Props) {
  const words = staffWords.in(language);
  const { staff } = useFrame();
  return (
    <>
      <div className="wm-staff-bar">
        <nav aria-label={words.staffMenu}>
          <a className="govuk-link" href="/staff">
            {words.day}
          </a>{' '}
          <a className="govuk-link" href="/staff/calls">
            {words.calls}
          </a>{' '}
          <a className="govuk-link" href="/staff/messages">
            {troubleWords.in(language).menu}
          </a>{' '}
          <a className="govuk-link" href="/staff/replies">
            {replyWords.in(language).menu}
          </a>{' '}
          <a className="govuk-link" href="/staff/letters">
            {lettersWords.in(language).menu}
          </a>{' '}
          <a className="govuk-link" href="/staff/texts">
            {textWords.in(language).menu}
          </a>{' '}
          <a className="govuk-link" href="/staff/cover">
            {recordWords.in(language).menu}
          </a>
          {staff?.role === 'manager' && (
            <>
              {' '}
              <a className="govuk-link" href="/staff/reminder-policy">
                {policyWords.in(language).menu}
              </a>
            </>
          )}
        </nav>
        <p className="wm-staff-bar__me">{words.signedInAs(words.name(me.firstName, me.lastName))}</p>
        <form method="post" action="/staff/sign-out">
          <button className="wm-link-button" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
      {staff?.stoppages && <SendingBanner stoppages={staff.stoppages} language={language} />}
    </>
  );
}
