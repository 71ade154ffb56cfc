/** What can stand in the way of work, as customers may choose to tell; see docs/glossary.md. */
export const BARRIERS = [
  'childcare',
  'caring',
  'travel',
  'health',
  'money',
  'housing',
  'confidence',
  'it',
  'reading',
  'english',
] as const;
export type Barrier = (typeof BARRIERS)[number];
