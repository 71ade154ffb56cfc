import type { AppointmentStatus } from '../appointment/appointment';
import type { ReminderRule } from './policy';

/** True while a reminder by this rule still makes sense for an appointment in this state. */
export function ruleFits(rule: ReminderRule, status: AppointmentStatus): boolean {
  switch (status) {
    case 'booked':
      return rule !== 'missed' && rule !== 'cancelled';
    case 'failed_to_attend':
      return rule === 'missed';
    case 'cancelled_by_customer':
    case 'cancelled_by_office':
      return rule === 'cancelled';
    case 'attended':
    case 'rearranged':
    case 'excused':
      return false;
  }
}
