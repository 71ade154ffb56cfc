/** What a file that is sent in holds. */
export const IMPORT_KINDS = ['customers', 'appointments', 'clubs'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How far a file has come: somebody is looking through it, it is saved, or it was put away unsaved. */
export const IMPORT_STATES = ['review', 'saved', 'dropped'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
