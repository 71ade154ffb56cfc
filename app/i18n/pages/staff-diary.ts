import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-diary';
import { en } from './en-staff-diary';

/** Advisers' diaries, for staff. All Welsh here is a draft. */
export const diaryWords = defineCatalogue('staff-diary', { en, cy });
export type DiaryWords = typeof en;
