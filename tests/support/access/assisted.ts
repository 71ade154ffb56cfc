import { PROFILE_ROWS } from './profile';
import { SAFEGUARDS_ROWS } from './safeguards';
import { SIGNPOSTS_ROWS } from './signposts';
import { KIOSK_ROWS } from './kiosk';
import { HELP_ROWS } from './help';
import { VISITS_ROWS } from './visits';
import { FORMATS_ROWS } from './formats';
import { CHANNELS_ROWS } from './channels';
import type { Row } from './cells';

/** The routes of the assisted ways. */
export const ASSISTED_ROWS: Record<string, Row> = {
  ...PROFILE_ROWS,
  ...SAFEGUARDS_ROWS,
  ...SIGNPOSTS_ROWS,
  ...KIOSK_ROWS,
  ...HELP_ROWS,
  ...VISITS_ROWS,
  ...FORMATS_ROWS,
  ...CHANNELS_ROWS,
};
