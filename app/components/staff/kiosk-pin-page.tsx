import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { formatTime } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';
import type { KiosksView } from '~/services/manage-kiosks.server';
import { KioskList } from './kiosk-list';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: KiosksView;
  /** When the number of today was made (ms); null: there is none. */
  madeAt: number | null;
  /** The number that was just made: shown this once. */
  pin: string | null;
  /** Their session is from another day. */
  mustSignIn: boolean;
  locked: boolean;
}

/** Where those who open shared computers make their number for today, and lock what is open. */
export function KioskPinPage({ language, me, view, madeAt, pin, mustSignIn, locked }: Props) {
  const { pin: words, done } = kioskDeskWords.in(language);
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.heading}
      lead={words.text}
      back={{ href: '/staff', text: frameWords.in(language).back }}
      done={locked ? { text: done.locked } : null}
      errors={mustSignIn ? [{ text: words.again, href: '#make' }] : []}
    >
      {pin === null ? (
        <form method="post" action="/staff/kiosk-pin">
          {madeAt !== null && <p className="govuk-body">{words.has(formatTime(madeAt, view.office.zone, language))}</p>}
          <Button id="make">{madeAt === null ? words.make : words.makeAnother}</Button>
        </form>
      ) : (
        <>
          <h2 className="govuk-heading-m">{words.made}</h2>
          <p className="govuk-body wm-kiosk-code">{`${pin.slice(0, 3)} ${pin.slice(3)}`}</p>
          <p className="govuk-body">{words.until}</p>
        </>
      )}
      <h2 className="govuk-heading-m">{words.computers}</h2>
      <KioskList language={language} view={view} manages={false} />
    </SettingsFrame>
  );
}
