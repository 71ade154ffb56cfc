import { REQUEST_STATES, type RequestState } from './format-request';

/** What a page of formats says after something was done, or could not be. */
export const FORMAT_NOTICES = [
  'saved',
  'ended',
  'cannot',
  'taken',
  'reopened',
  'added',
  'letter_queued',
  'letter_taken_back',
  'letter_gone',
  'letter_safety',
  'letter_no_address',
  'letter_discreet',
  'letter_nothing',
  'bilingual_on',
  'bilingual_off',
] as const;
export type FormatNoticeKind = (typeof FORMAT_NOTICES)[number];

export interface FormatNotice {
  done: FormatNoticeKind;
  /** The request that it is about. */
  about: string | null;
  /** How far that was before. */
  was: RequestState | null;
}

const REFUSED: readonly FormatNoticeKind[] = [
  'letter_gone',
  'letter_safety',
  'letter_no_address',
  'letter_discreet',
  'letter_nothing',
];

/** True for what says that nothing was done. */
export function isRefusedNotice(done: FormatNoticeKind): boolean {
  return REFUSED.includes(done);
}

/** The state of that name, or null. */
export function requestState(text: string | null | undefined): RequestState | null {
  return REQUEST_STATES.find((state) => state === text) ?? null;
}

/** The notice of that name, or null. */
export function formatNotice(text: string | null): FormatNoticeKind | null {
  return FORMAT_NOTICES.find((notice) => notice === text) ?? null;
}
