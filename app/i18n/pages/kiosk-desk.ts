import { defineCatalogue } from '../catalogue';
import { cy } from './cy-kiosk-desk';
import { en } from './en-kiosk-desk';

/** Shared computers, as the staff of their office see them. All Welsh here is a draft. */
export const kioskDeskWords = defineCatalogue('kiosk-desk', { en, cy });
export type KioskDeskWords = typeof en;
