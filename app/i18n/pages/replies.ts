import { defineCatalogue } from '../catalogue';
import { cy } from './cy-replies';
import { en } from './en-replies';

/** What advisers see of customers' texts. All Welsh here is a draft. */
export const replyWords = defineCatalogue('replies', { en, cy });
export type ReplyWords = typeof en;
