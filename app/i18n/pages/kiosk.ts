import { defineCatalogue } from '../catalogue';
import { cy } from './cy-kiosk';
import { en } from './en-kiosk';

/** A shared computer, as those who sit at it see it. All Welsh here is a draft. */
export const kioskWords = defineCatalogue('kiosk', { en, cy });
export type KioskWords = typeof en;
