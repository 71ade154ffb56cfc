import type { Language } from '~/domain/language';
import { memberWords } from '~/i18n/pages/staff-members';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  name: string;
  id: string;
  /** Null when it was shown before. */
  address: string | null;
  me: { firstName: string; lastName: string };
}

/** The address of an invitation, shown once, where no email can be sent. */
export function InvitedPage({ language, name, id, address, me }: Props) {
  const words = memberWords.in(language);
  return (
    <SettingsFrame {...{ language, me }} title={words.handTitle}>
      {address === null ? (
        <p className="govuk-body">{words.handGone}</p>
      ) : (
        <>
          <p className="govuk-body">{words.hand(name)}</p>
          <p className="govuk-inset-text wm-as-sent">{address}</p>
        </>
      )}
      <a className="govuk-button" href={`/staff/office/staff/${id}`}>
        {words.handDone}
      </a>
    </SettingsFrame>
  );
}
