import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take half a minute or more, the longest first. Vitest remembers how long files took, but a fresh
 * checkout has nothing to remember; and a long one that begins last is waited for with a processor standing idle.
 */
const LONGEST = [
  'faults/kill-everywhere',
  'faults/kill',
  'faults/callback-burst',
  'faults/racing-the-send',
  'faults/stopped-worker',
  'faults/many-workers',
  'faults/many-processes',
  'faults/provider-down-for-hours',
  'faults/provider-answers',
  'e2e/bad-input',
  'e2e/access-matrix',
  'e2e/whole-portal',
  'e2e/adviser',
  'e2e/staff',
  'e2e/reminder-rules',
  'e2e/customer-pages',
  'e2e/own-details-pages',
  'e2e/sign-in-pages',
  'contracts/bench',
  'database/db-command',
  'database/provider-weather',
  'database/bank-holidays',
];

/** As Vitest would (by what it remembers, or by size), but those named first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
