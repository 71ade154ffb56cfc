import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { frameWords } from '~/i18n/pages/frame';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

/** What has just been done about an appointment. */
export function DoneBanner({
  done,
  adviser,
  language,
}: {
  done: 'moved' | 'call' | 'feedback';
  adviser: string;
  language: Language;
}) {
  const words = appointmentWords.in(language);
  const said = {
    moved: words.moved,
    call: words.callComing(adviser),
    feedback: ownAppointmentsWords.in(language).feedback.done,
  };
  return (
    <NotificationBanner type="success" title={frameWords.in(language).done}>
      {said[done]}
    </NotificationBanner>
  );
}
