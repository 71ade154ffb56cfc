import type { MessageStatus } from './message';

/** A text about an appointment that was sent to the number that has now answered. Instants in ms. */
export interface TextToNumber {
  appointmentId: string;
  /** Of the appointment, as the text told it. */
  version: number;
  status: MessageStatus;
  claimedAt: number | null;
  acceptedAt: number | null;
}

/** An appointment that is still to be kept, as it is now. */
export interface StandingAppointment {
  id: string;
  version: number;
}

/** The provider has it: it was out. */
const OUT: readonly MessageStatus[] = ['accepted', 'sent', 'delivered'];
/** It may be out: whoever answers it has it, whatever we know. */
const MAYBE_OUT: readonly MessageStatus[] = ['claimed', 'unknown'];

/**
 * Which appointment a bare "1" or "2" is about: the one that the newest text to this number was about, as it was told
 * there. Null, so that a person reads it, when there was no such text; when the appointment has changed since, because
 * a yes to the old time is no yes to the new one; when it is over or off; and when it cannot be known which of two
 * texts had gone out, because the newest is only now on its way.
 * @param texts in any order, to the number that the answer came from.
 * @param receivedAt when the answer came.
 */
export function askedAbout<T extends StandingAppointment>(
  texts: readonly TextToNumber[],
  standing: readonly T[],
  receivedAt: number,
): T | null {
  const sure = texts.filter((text) => OUT.includes(text.status) && goneAt(text) <= receivedAt);
  const newestSure = sure.reduce<TextToNumber | null>(
    (newest, text) => (newest === null || goneAt(text) >= goneAt(newest) ? text : newest),
    null,
  );
  const maybe = texts.filter(
    (text) => MAYBE_OUT.includes(text.status) && (newestSure === null || goneAt(text) > goneAt(newestSure)),
  );
  const candidates = newestSure ? [newestSure, ...maybe] : maybe;
  const [asked, ...others] = candidates;
  if (!asked) return null;
  if (others.some((text) => text.appointmentId !== asked.appointmentId || text.version !== asked.version)) return null;
  return standing.find(({ id, version }) => id === asked.appointmentId && version === asked.version) ?? null;
}

const goneAt = (text: TextToNumber) => text.acceptedAt ?? text.claimedAt ?? 0;
