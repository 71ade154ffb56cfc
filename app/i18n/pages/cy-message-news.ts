import { onDay } from '../welsh';
import type { terms } from './en-staff-terms';

/** A text is feminine in Welsh and an email masculine, so these words agree with both. */
export const news: (typeof terms)['news'] = {
  planned: (what, when) => `${what} i fynd ${onDay(when)}`,
  claimed: (what) => `${what}: wrthi’n anfon`,
  unknown: (what) => `${what}: ddim yn gwybod a aeth allan`,
  accepted: (what, when) => `${what}: trosglwyddwyd ${onDay(when)}`,
  sent: (what, when) => `${what}: anfonwyd ${onDay(when)}`,
  delivered: (what, when) => `${what} wedi cyrraedd ${onDay(when)}`,
  undelivered: (what) => `${what} heb gyrraedd`,
  failed: (what) => `${what} heb gyrraedd`,
  expired: (what) => `${what}: aeth hi’n rhy hwyr`,
  superseded: (what) => `${what}: mae neges ddiweddarach`,
  cancelled: (what) => `${what}: dim angen mwyach`,
  suppressed: (what) => `${what} heb fynd`,
};
