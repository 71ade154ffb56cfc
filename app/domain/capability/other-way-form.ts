import { OTHER_WAYS, type OtherWay } from './reassess';

/** The most that somebody can write about it, in characters. */
export const LONGEST_WISH = 500;

export interface OtherWayValues {
  wants: string;
  note: string;
}

export interface OtherWayProblems {
  wants?: 'missing' | 'wrong';
  note?: 'long';
}

/** What somebody asks for, or what is wrong with the form, by field. A browser sends line ends in two signs; people count one. */
export function readOtherWay(
  values: OtherWayValues,
): { ok: true; wants: OtherWay; note: string | null } | { ok: false; problems: OtherWayProblems } {
  const wants = OTHER_WAYS.find((way) => way === values.wants);
  const note = values.note.replaceAll('\r\n', '\n').trim();
  const problems: OtherWayProblems = {};
  if (!wants) problems.wants = values.wants === '' ? 'missing' : 'wrong';
  if (note.length > LONGEST_WISH) problems.note = 'long';
  if (!wants || problems.note) return { ok: false, problems };
  return { ok: true, wants, note: note === '' ? null : note };
}
