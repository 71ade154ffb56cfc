import { listTermsNamed } from '@db/queries/adviser-terms.server';
import { countCaseloads, listCaseload } from '@db/queries/caseload.server';
import { countLeft } from '@db/queries/customers.server';
import { listCoverPeople } from '@db/queries/covers.server';
import { findOffice } from '@db/queries/office-day.server';
import type { AdviserWithCaseload, Told } from '~/domain/adviser/passing-form';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import type { Left } from './who-would-be-left.server';

export interface PassingOn {
  office: { name: string; zone: string };
  advisers: AdviserWithCaseload[];
  /** Customers of the office who have no adviser. */
  nobodys: number;
  /** Whose customers are passed on; null until that is chosen. */
  from: {
    adviser: PersonName | null;
    left: Left;
    customers: (PersonName & { ref: string; language: Language })[];
  } | null;
}

/**
 * What a manager needs to pass customers on: whose they are, and who could take them. On record once it names customers.
 * @param input.from an adviser's id, or `none` for those who have nobody; anything else is no choice yet.
 */
export const viewPassingOn =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; from: string | null; language: Language | null }): Promise<PassingOn> => {
    const { staff, from, language } = input;
    const { officeId } = staff;
    const view = await deps.db.read(async (q) => {
      const office = await findOffice(q, officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const caseloads = await countCaseloads(q, officeId);
      const everybody = await listCaseload(q, { officeId, adviserIds: [], language: null });
      const people = await listCoverPeople(q, officeId);
      const leaving = people.find(({ id }) => id === from) ?? null;
      const chosen = from === 'none' || leaving !== null;
      const customers = chosen
        ? await listCaseload(q, { officeId, adviserIds: leaving ? [leaving.id] : [], language })
        : [];
      const left = leaving
        ? await countLeft(q, { officeId, adviserId: leaving.id, now: deps.clock.now() })
        : { customers: everybody.length, appointments: 0 };
      return {
        office: { name: office.name, zone: office.timeZone },
        advisers: people.map((one) => ({ ...one, caseload: caseloads.get(one.id) ?? 0 })),
        nobodys: everybody.length,
        from: chosen
          ? {
              ...{ adviser: leaving, left },
              customers: customers.map(({ id, ref, firstName, lastName, language: speaks }) => ({
                ...{ id, ref, firstName, lastName, language: speaks },
              })),
            }
          : null,
      };
    });
    if (view.from) {
      await recordRead(deps)({
        ...{ reader: staff, action: 'caseload.read', subjectKind: 'office', subjectId: officeId },
        detail: from ?? '',
      });
    }
    return view;
  };

/** Of those who are with their new adviser still: how many are told by text, by email, by letter, and by phone or
 * in person. */
export const countTold =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; since: number; until: number }): Promise<Told> => {
    const { staff, since, until } = input;
    const span = { officeId: staff.officeId, namedBy: staff.id, since, until };
    const rows = await deps.db.read((q) => listTermsNamed(q, span));
    const by = (channel: string) => rows.filter((row) => row.channel === channel).length;
    const [sms, email, letter] = [by('sms'), by('email'), by('letter')];
    return { moved: rows.length, sms, email, letter, call: rows.length - sms - email - letter };
  };
