import type { StaffWords } from '~/i18n/pages/staff';

interface Props {
  action: string;
  back: string;
  event?: string;
  words: StaffWords;
  /** For those who hear the button alone: what is taken back. */
  about?: string;
  label?: string;
}

/** One button that takes back what was just done. */
export function UndoForm({ action, back, event, words, about, label }: Props) {
  return (
    <form method="post" action={action} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      {event !== undefined && <input type="hidden" name="event" value={event} />}
      <button className="wm-tap" type="submit">
        {label ?? words.undo}
        {about !== undefined && <span className="govuk-visually-hidden">{about}</span>}
      </button>
    </form>
  );
}
