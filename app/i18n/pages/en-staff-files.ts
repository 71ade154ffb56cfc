import type { ImportKind, ImportState } from '~/domain/import/import-run';
import { plural } from '../format';

const kinds: Record<ImportKind, string> = { customers: 'Customers', appointments: 'Appointments', clubs: 'Work clubs' };
const states: Record<ImportState, string> = {
  review: 'Waiting to be looked through',
  saved: 'Saved',
  dropped: 'Put away',
};

/** Files in and out of an office. */
export const en = {
  title: 'Files in and out',
  send: {
    heading: 'Send a file in',
    intro: 'A CSV file, as a spreadsheet saves it. Nothing is saved before you have looked through it.',
    columns: (ref: string) => `Your office is “${ref}” in the file. Lines about other offices are refused.`,
    columnsHeading: 'Which columns a file has',
    columnsIntro: 'The first line has their names, in any order. Take a file out below to see one that is right.',
    needs: (columns: string) => `It needs ${columns}.`,
    mayHave: (columns: string) => `It may have ${columns}.`,
    kind: 'What is in it?',
    kinds,
    file: 'The file',
    submit: 'Look through it',
    problems: {
      kind: 'Choose what is in the file',
      file: 'Choose a file',
      empty: 'The file is empty',
      unreadable: (why: string) => why,
    },
  },
  take: {
    heading: 'Take a file out',
    intro: 'Files open in any spreadsheet, and can be sent in again. It is on record who takes one.',
    kinds,
    about: {
      customers: 'with their numbers, email addresses and adviser',
      appointments: 'of the last and the next 400 days',
      clubs: 'near your office',
    } satisfies Record<ImportKind, string>,
    care: 'Keep it where only people who need it can open it, and delete it afterwards.',
  },
  earlier: {
    heading: 'Files that were sent in',
    none: 'None yet.',
    row: (kind: string, date: string, by: string) => `${kind}, ${date}, ${by}`,
    states,
  },
  review: {
    title: (name: string) => `Look through ${name}`,
    done: (name: string) => `${name}`,
    rather: (kind: string) =>
      `Its columns are those of another kind of file: ${kind}. Put it away and send it in as that, unless you mean this.`,
    nothing: 'This file cannot be used.',
    saysNew: 'New',
    saysChanged: 'Changed',
    saysSame: 'Nothing new',
    saysWrong: 'Not right',
    wouldBe: 'If you save it now:',
    was: 'What was saved:',
    lines: (n: number) => plural('en', n, { one: '1 line', other: '# lines' }),
    wrong: {
      heading: 'Lines that are not right',
      intro: 'They are left out. Mend them in your file and send it again, or save the others now.',
      goes: 'This list goes when you save the others or put the file away. Take it out first if you need it.',
      line: 'Line',
      why: 'What is wrong',
      cells: 'What it says',
      more: (n: number) => plural('en', n, { one: 'And 1 more line.', other: 'And # more lines.' }),
      take: 'Take these lines out as a file, with the reasons',
    },
    warnings: 'Worth a look',
    warningsIntro: 'These lines are saved with the others.',
    ignored: (names: string) => `Columns that are passed over: ${names}`,
    meant: (name: string, meant: string) => `“${name}” (did you mean “${meant}”?)`,
    save: (n: number) => plural('en', n, { one: 'Save 1 line', other: 'Save # lines' }),
    drop: 'Put it away',
    saved: 'The file is saved.',
    dropped: 'The file is put away. Nothing in it was saved.',
    over: 'This file was saved or put away before.',
  },
};
