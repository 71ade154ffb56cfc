import type { AppointmentStatus, MissedReason, Outcome } from './appointment';

/** What a colleague can press: `late` is "attended", but not on time. */
export const PRESSED_OUTCOMES = ['attended', 'late', 'failed_to_attend', 'excused', 'cancelled_by_office'] as const;
export type PressedOutcome = (typeof PRESSED_OUTCOMES)[number];

/** What is on record of how an appointment went. */
export interface OutcomeOnRecord {
  status: AppointmentStatus;
  /** They came, but not on time. */
  late: boolean;
  /** What is known of why they did not come. */
  missedReason: MissedReason | null;
}

/** The outcome that a press stands for. */
export function outcomeOf(pressed: PressedOutcome): { outcome: Outcome; late: boolean } {
  return pressed === 'late' ? { outcome: 'attended', late: true } : { outcome: pressed, late: false };
}

/** The press that stands for what is on record; null when none does. */
export function pressedFor({ status, late }: Pick<OutcomeOnRecord, 'status' | 'late'>): PressedOutcome | null {
  if (status === 'attended' && late) return 'late';
  return PRESSED_OUTCOMES.find((pressed) => pressed === status) ?? null;
}

/** True when the customer did not come, be it excused or not: then a reason may be known. */
export function didNotCome(status: AppointmentStatus): boolean {
  return status === 'failed_to_attend' || status === 'excused';
}

/**
 * What is on record once an outcome was recorded. A reason that is known stays when "did not attend" becomes "excused", or the
 * other way round; whoever came, or was called off, has none.
 */
export function recordedAs(
  before: OutcomeOnRecord,
  { outcome, late }: { outcome: Outcome; late: boolean },
): OutcomeOnRecord {
  return {
    status: outcome,
    late: outcome === 'attended' && late,
    missedReason: didNotCome(outcome) && didNotCome(before.status) ? before.missedReason : null,
  };
}

/** True when two records say the same of how it went; why somebody did not come is not part of it. */
export function isSameOutcome(one: OutcomeOnRecord, other: OutcomeOnRecord): boolean {
  return one.status === other.status && one.late === other.late;
}
