import { findOffice } from '@db/queries/office-day.server';
import { listOpenReasks, listSettledReasks } from '@db/queries/reasks.server';
import type { ReaskReason } from '~/domain/capability/reassess';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface ReasksView {
  office: { name: string; zone: string };
  now: number;
  today: string;
  /** The whole office's, not only those of the viewer's own customers. */
  whole: boolean;
  /** The longest waiting first; instants in ms. */
  open: {
    id: string;
    reason: ReaskReason;
    raisedAt: number;
    customer: PersonName;
    noMessages: boolean;
    adviser: PersonName | null;
  }[];
  /** There are more than these. */
  more: boolean;
  /** What was said to be not needed in the last 7 days. */
  settled: { id: string; reason: ReaskReason; closedAt: number; customer: PersonName }[];
}

const AT_MOST = 200;

/** Who is to be asked again how they are best served: an adviser's own customers, or for a manager the office's. */
export const viewReasks =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<ReasksView> => {
    const view = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const now = deps.clock.now();
      const whole = staff.role === 'manager';
      const mine = whole ? null : staff.id;
      const open = await listOpenReasks(q, { officeId: staff.officeId, adviserId: mine, limit: AT_MOST + 1 });
      const settled = await listSettledReasks(q, {
        ...{ officeId: staff.officeId, closedBy: mine, from: now - 7 * DAY, limit: AT_MOST },
      });
      return {
        office: { name: office.name, zone: office.timeZone },
        ...{ now, whole, today: wallClockOf(now, office.timeZone).date },
        open: open.slice(0, AT_MOST),
        more: open.length > AT_MOST,
        settled: settled.map(({ closedAt, ...one }) => ({ ...one, closedAt: closedAt ?? now })),
      };
    });
    const subject = { subjectKind: 'office', subjectId: staff.officeId };
    await recordRead(deps)({ reader: staff, action: 'reasks.read', ...subject });
    return view;
  };
