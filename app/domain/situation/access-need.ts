/** What somebody needs so that they can take part; asked once and kept for every channel. */
export const ACCESS_NEEDS = [
  'bsl',
  'interpreter',
  'large_print',
  'braille',
  'audio',
  'easy_read',
  'someone_with_me',
  'step_free',
  'other',
] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];
