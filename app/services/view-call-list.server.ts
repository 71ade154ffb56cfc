import { countCalls } from '@db/queries/calls-to-make.server';
import { findOffice, listAdvisers } from '@db/queries/office-day.server';
import type { PersonName } from '~/domain/contact/person-name';
import { CALL_VIEWS, type CallView } from '~/domain/messaging/call-list';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { listCalls, listDoneCalls, type CallToMake } from './list-calls.server';
import type { SignedInStaff } from './sessions.server';

export interface CallList {
  office: { name: string; zone: string };
  now: number;
  show: CallView;
  counts: Record<CallView, number>;
  calls: CallToMake[];
  /** Closed today, by colleagues. */
  done: CallToMake[];
  /** Who else could own a call. */
  colleagues: PersonName[];
}

/** More than this is no list to work through on one page; the most urgent are shown. */
const AT_MOST = 100;

/**
 * The call list of the viewer's office: to make, the earliest due first, and made today. On record as read.
 * @param input.show what the address asks for; an adviser sees their own unless they ask otherwise, a manager the office's.
 */
export const viewCallList =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; show: string | null }): Promise<CallList> => {
    const { staff } = input;
    const now = deps.clock.now();
    const show = CALL_VIEWS.find((view) => view === input.show) ?? (staff.role === 'adviser' ? 'mine' : 'office');
    const scopeOf = (view: CallView) => ({
      officeId: staff.officeId,
      ownerId: view === 'mine' ? staff.id : null,
      escalated: view === 'escalated',
      now,
    });
    const list = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const zone = office.timeZone;
      const { from } = dayBounds(wallClockOf(now, zone).date, zone);
      const staffId = show === 'mine' ? staff.id : null;
      return {
        office: { name: office.name, zone },
        now,
        show,
        counts: {
          mine: await countCalls(q, scopeOf('mine')),
          office: await countCalls(q, scopeOf('office')),
          escalated: await countCalls(q, scopeOf('escalated')),
        },
        calls: await listCalls(q, deps, { ...scopeOf(show), limit: AT_MOST }),
        done: await listDoneCalls(q, deps, { officeId: staff.officeId, staffId, from, limit: AT_MOST, now }),
        colleagues: await listAdvisers(q, staff.officeId),
      };
    });
    await recordRead(deps)({
      reader: staff,
      action: 'call_list.read',
      subjectKind: 'office',
      subjectId: staff.officeId,
      detail: show,
    });
    return list;
  };
