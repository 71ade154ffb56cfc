import type { Language } from '~/domain/language';
import { formatTime } from '~/i18n/format';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';
import type { EnrolCode } from '~/services/manage-kiosks.server';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  made: EnrolCode;
  zone: string;
  /** Where it is typed. */
  address: string;
}

/** The code for a computer, this once: it is kept nowhere, so no address could show it. */
export function KioskCodePage({ language, me, made, zone, address }: Props) {
  const { code: words } = kioskDeskWords.in(language);
  const { name, code, until } = made;
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.title(name)}
      back={{ href: '/staff/office/kiosks', text: words.back }}
    >
      <p className="govuk-body">{words.text}</p>
      <p className="govuk-body">
        <strong>{address}</strong>
      </p>
      <p className="govuk-body wm-kiosk-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
      <p className="govuk-body">{words.until(formatTime(until, zone, language))}</p>
      <p className="govuk-body">{words.replaces}</p>
    </SettingsFrame>
  );
}
