/** What a look through a whole database found, in words for the person who asked for it. */
export interface DatabaseFindings {
  /** What is wrong; none for a database that is sound. */
  faults: string[];
  /** What was looked at, and what could not be. */
  facts: string[];
}
