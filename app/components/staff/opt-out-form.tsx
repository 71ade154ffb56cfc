import type { LiftedByStaff } from '~/domain/messaging/opt-out';

interface Props {
  contactPointId: string;
  channel: LiftedByStaff;
  /** What the button makes of it. */
  on: boolean;
  back: string;
  label: string;
  /** For those who hear the button alone: which number. */
  about?: string;
}

/** One button that lifts a number's opt-out, or puts it back. */
export function OptOutForm({ contactPointId, channel, on, back, label, about }: Props) {
  return (
    <form method="post" action={`/staff/contact-points/${contactPointId}/opt-out`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="on" value={on ? 'yes' : 'no'} />
      <button className="wm-tap" type="submit">
        {label}
        {about !== undefined && <span className="govuk-visually-hidden">{` ${about}`}</span>}
      </button>
    </form>
  );
}
