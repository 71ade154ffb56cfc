import type { AppointmentStatus } from './appointment';

/**
 * What a file says of how an appointment stands; source: docs/import.md. A file knows fewer words: whoever was excused, or
 * called off by either side, has an appointment that was called off.
 */
export function csvStatusOf(status: AppointmentStatus): string {
  switch (status) {
    case 'cancelled_by_customer':
    case 'cancelled_by_office':
    case 'excused':
      return 'cancelled';
    default:
      return status;
  }
}
