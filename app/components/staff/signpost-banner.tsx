import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { SignpostNotice } from '~/http/signpost-desk.server';
import { frameWords } from '~/i18n/pages/frame';
import { signpostWords } from '~/i18n/pages/signposts';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

/** What takes each of these back. */
const UNDONE_BY: Partial<Record<SignpostNotice['done'], string>> = {
  given: 'withdrawal',
  withdrawn: 'restoration',
  outcome: 'outcome-undo',
  later: 'later-undo',
};

/** What has just been done with a signpost, or could not be, and the way to take it back. */
export function SignpostBanner({ notice, back, wording }: { notice: SignpostNotice; back: string; wording: Wording }) {
  const words = signpostWords.in(wording.language);
  const { done, about, count } = notice;
  const refused = done === 'gone';
  const undo = UNDONE_BY[done];
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role={refused ? 'alert' : undefined}
      title={refused ? wording.words.important : frameWords.in(wording.language).done}
    >
      <p className="govuk-notification-banner__heading">
        {done === 'given' ? words.done.given(count) : words.done[done]}
      </p>
      {undo && about !== null && (
        <UndoForm action={`/staff/signposts/${about}/${undo}`} back={back} words={wording.words} label={words.undo} />
      )}
    </NotificationBanner>
  );
}
