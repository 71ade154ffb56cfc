import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import type { KioskNotice } from '~/http/kiosk-desk.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';
import { officeWords } from '~/i18n/pages/staff-office';
import type { KiosksView } from '~/services/manage-kiosks.server';
import { KioskList } from './kiosk-list';
import { OneButton, SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: KiosksView;
  notice: { done: KioskNotice; about: string | null } | null;
}

/** A manager's page of the shared computers of the office. */
export function KiosksPage({ language, me, view, notice }: Props) {
  const { list, done, undo } = kioskDeskWords.in(language);
  const taken = notice?.done === 'revoked' && notice.about !== null;
  return (
    <SettingsFrame
      {...{ language, me }}
      title={list.title}
      lead={list.lead}
      back={{ href: '/staff/office', text: officeWords.in(language).title }}
      done={
        notice && {
          text: done[notice.done],
          undo: taken && <OneButton action={`/staff/office/kiosks/${notice.about}/restoration`} label={undo} />,
        }
      }
    >
      <KioskList language={language} view={view} manages />
      <Button href="/staff/office/kiosks/new">{list.add}</Button>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/kiosk-pin">
          {list.pin}
        </a>
      </p>
    </SettingsFrame>
  );
}
