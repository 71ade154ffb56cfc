import type { InferInsertModel } from 'drizzle-orm';
import { HOUR } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { addDays, instantAt, weekdayOf } from '~/domain/time/wall-clock';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import type { Ids, RowMaking } from './rows';

type Entry = InferInsertModel<Tables['journalEntries']>;

/** What customers of these advisers wrote, how many working days ago, and that nobody has answered yet. */
const WAITING: readonly { adviserRef: string; daysAgo: number; text: Record<Language, string> }[] = [
  {
    adviserRef: 'ADV-BAN-1',
    daysAgo: 3,
    text: {
      en: 'I have an interview at the garden centre on Friday. Could we go through some questions before that?',
      cy: 'Mae gen i gyfweliad yn y ganolfan arddio ddydd Gwener. Allwn ni fynd drwy rai cwestiynau cyn hynny?',
    },
  },
  {
    adviserRef: 'ADV-BAN-1',
    daysAgo: 1,
    text: {
      en: 'The college says the course is full. Is there another one near Bangor?',
      cy: 'Mae’r coleg yn dweud bod y cwrs yn llawn. Oes un arall yn agos i Fangor?',
    },
  },
  {
    adviserRef: 'ADV-BAN-2',
    daysAgo: 1,
    text: {
      en: 'Hi Rhys, my driving lesson is at the same time as our meeting. Can we make it later?',
      cy: 'Helo Rhys, mae fy ngwers yrru ar yr un pryd â’n cyfarfod. Allwn ni ei wneud yn hwyrach?',
    },
  },
];

/**
 * What some customers and their advisers have written to each other: the visitor has an exchange, with an answer that is new
 * to them, and others wait for one.
 * @param customers the first is the visitor; `today` is a date in `zone`.
 */
export async function insertJournal(
  q: Queryable,
  customers: readonly Customer[],
  ids: Ids,
  make: RowMaking,
  { today, zone }: { today: string; zone: string },
): Promise<void> {
  /** A time on the n-th working day before today: advisers write on no others. */
  const at = (workingDaysAgo: number, time: string) => {
    let date = today;
    for (let left = workingDaysAgo; left > 0; left -= weekdayOf(date) <= 5 ? 1 : 0) date = addDays(date, -1);
    return instantAt(date, time, zone);
  };
  const visitor = customers[0]!;
  const adviser = ids.staff.get(visitor.adviserRef)!;
  const entry = (customer: Customer, when: number, text: string, more: Partial<Entry> = {}): Entry => ({
    ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, at: when },
    ...{ writtenBy: 'customer', body: make.seal(text), ...more },
  });
  const bySioned = (when: number, text: string, readAt: number | null) =>
    entry(visitor, when, text, { writtenBy: 'staff', staffId: adviser, readAt });
  const rows = [
    entry(visitor, at(7, '18:20'), 'I can’t find the letter from the college. Could you ask them to send it again?', {
      ...{ readAt: at(6, '09:05'), doneAt: at(6, '09:30'), doneBy: adviser },
      doneNote: make.seal('I rang the college. They are sending it again, to your home.'),
    }),
    entry(visitor, at(5, '19:45'), 'Is there a bus that gets me to the college before nine?', {
      readAt: at(4, '09:10'),
    }),
    bySioned(at(4, '09:25'), 'Yes. The number 5 leaves Maesgeirchen at 8:10 and stops outside. A day ticket is £5.', at(4, '12:00')), // prettier-ignore
    entry(visitor, at(2, '17:10'), 'Thank you! My CV is done. Shall I bring it on paper?', { readAt: at(1, '09:00') }),
    bySioned(at(1, '09:15'), 'Well done. Bring it on your phone if you like, and we’ll print it here.', null),
  ];
  for (const { adviserRef, daysAgo, text } of WAITING) {
    const theirs = customers.filter((one) => one !== visitor && one.adviserRef === adviserRef);
    const customer = theirs[4 + daysAgo * 3]!;
    const when = Math.min(at(daysAgo, '16:35'), make.now - HOUR);
    rows.push(entry(customer, when, text[customer.language]));
  }
  for (const row of rows) await q.insert(q.tables.journalEntries).values(row);
}
