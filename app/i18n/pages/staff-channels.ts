import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-channels';
import { en } from './en-staff-channels';

/** How people and the office were in touch. All Welsh here is a draft. */
export const channelWords = defineCatalogue('staff-channels', { en, cy });
export type ChannelWords = typeof en;
