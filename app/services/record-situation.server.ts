import type { Queryable } from '@db/client.server';
import { listLocalHelp } from '@db/queries/situation.server';
import { listSignposts } from '@db/queries/signposts.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { Language } from '~/domain/language';
import { askDay, isOpen } from '~/domain/signpost/signpost';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import { noteOf } from '~/domain/situation/change-barriers';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import type { SignedInStaff } from './sessions.server';
import { NOTHING_TOLD, outlookOf, saveOutlook, type ToldOutlook } from './tell-outlook.server';
import { saveSituation, toldBy } from './tell-situation.server';

interface OnCustomer {
  staff: SignedInStaff;
  customerId: string;
}

/** Their own words are between the customer and the adviser; managers see of what kind, and champions nothing of it. */
const mayRead = (staff: SignedInStaff) => staff.role === 'adviser';

/**
 * What a customer of the office has told of their situation and of how they look at work, with who helps near by. On record
 * as read. Managers get kinds without words.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewSituationAsStaff =
  (deps: Deps) =>
  async ({ staff, customerId, language }: OnCustomer & { language: Language }) => {
    const view = await deps.db.read(async (q) => {
      const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!found) return null;
      const { customer, office } = found;
      const told = await toldBy(q, deps, customerId);
      const kinds = BARRIERS.filter((kind) => told.some((one) => one.kind === kind));
      const outlook = await outlookOf(q, deps, customerId);
      const now = deps.clock.now();
      const words = (note: string) => (mayRead(staff) ? note : '');
      return {
        customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
        ...{ zone: office.timeZone, now, mayRecord: mayRead(staff) },
        /** When somebody asks how it went, for what is given here. */
        askOn: askDay(wallClockOf(now, office.timeZone).date),
        barriers: { kinds, note: words(noteOf(told)) },
        outlook: outlook && { ...outlook, note: words(outlook.note) },
        help: await helpFor(q, deps, { officeId: office.id, customerId, kinds, language }),
      };
    });
    if (!view) return null;
    await recordRead(deps)({ reader: staff, action: 'situation.read', subjectKind: 'customer', subjectId: customerId });
    return view;
  };

export type StaffSituation = NonNullable<Awaited<ReturnType<ReturnType<typeof viewSituationAsStaff>>>>;

/** Who helps near the office with each of these, and whether they were pointed there already. */
async function helpFor(
  q: Queryable,
  deps: Deps,
  about: { officeId: string; customerId: string; kinds: readonly Barrier[]; language: Language },
) {
  const { officeId, customerId, kinds, language } = about;
  const given = (await listSignposts(q, customerId)).map(({ signpost }) => signpost);
  const rows = await listLocalHelp(q, { officeId, kinds });
  return kinds.map((kind) => ({
    kind,
    help: rows
      .filter(({ barrier }) => barrier === kind)
      .map(({ id, name, what, whatInWelsh, phone, address }) => ({
        ...{ id, name, address, what: (language === 'cy' && whatInWelsh) || what },
        phone: phone && officePhone(deps.phoneNumbers, phone),
        given: given.some(({ targetId, outcome }) => targetId === id && isOpen(outcome)),
      })),
  }));
}

/**
 * An adviser puts down with the customer what they tell, in place of what stood. The same again changes nothing. On record,
 * never what it was.
 * @returns false when there is no such customer of their office.
 */
export const recordSituation =
  (deps: Deps) =>
  async (input: OnCustomer & { barriers: { kinds: readonly Barrier[]; note: string }; outlook: ToldOutlook }) =>
    deps.db.write(async (q) => {
      const { staff, customerId, barriers, outlook } = input;
      const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!found || !mayRead(staff)) return false;
      const changed = [
        await saveSituation(q, deps, { customerId, ...barriers }, 'staff'),
        await saveOutlook(q, deps, { ...NOTHING_TOLD, ...outlook, customerId }, staff.id),
      ];
      if (changed.includes(true))
        await appendAudit(q, deps, {
          ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id } },
          ...{ action: 'situation.recorded', subjectKind: 'customer', subjectId: customerId },
        });
      return true;
    });
