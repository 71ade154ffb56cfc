import { HOUR } from '../clock';

/** How long the address works where a new colleague sets their password (ms). */
export const INVITATION_LIFETIME = 48 * HOUR;
