import { listContactHolders } from '@db/queries/contact-points.server';
import type { CustomerLine } from '~/domain/import/customer-line';
import { newDoubles, type GivenContact } from '~/domain/import/doubles';
import { groupBy } from '~/domain/group-by';
import type { Deps } from './deps';
import type { GoodLine, LineImport } from './import-lines.server';
import { indexesInUse } from './index-in-use.server';
import type { OnlyOffice } from './within-office.server';

/** Points out which lines of a file may be about somebody who is in it twice, or on file in the office already. */
export function warnOfDoubles(
  deps: Deps,
  office: OnlyOffice,
  kind: LineImport<CustomerLine>,
): LineImport<CustomerLine> {
  const doubles = newDoubles();
  const contactsOf = ({ value }: GoodLine<CustomerLine>) =>
    (['mobile', 'landline', 'email'] as const).flatMap((column) => {
      const given = value[column];
      return given === null ? [] : [{ column, given }];
    });
  return {
    ...kind,
    async save(q, lines) {
      const told = lines.map((line) => ({ line: line.line, ref: line.value.ref, contacts: contactsOf(line) }));
      const values = [...new Set(told.flatMap(({ contacts }) => contacts.map((one) => one.given)))];
      const inUse = await indexesInUse(q, deps, values);
      const indexOf = new Map(values.map((value, place) => [value, inUse[place]!]));
      const indexes = [...new Set(inUse)];
      const given = told.map(({ contacts, ...line }) => ({
        ...line,
        contacts: contacts.map(({ column, given }): GivenContact => ({ column, index: indexOf.get(given)! })),
      }));
      // Looked up before the lines are saved: afterwards everybody has what they gave.
      const holders = groupBy(await listContactHolders(q, { officeId: office.id, indexes }), (one) => one.valueIndex);
      const warnings = new Map(given.map((one) => [one.line, doubles.look(one, holders)]));
      return { ...(await kind.save(q, lines)), warnings };
    },
  };
}
