import { listFairnessChecks } from '@db/queries/fairness.server';
import { findOffice } from '@db/queries/office-day.server';
import { groupsThatStandOut, type FairnessFigures, type GroupName } from '~/domain/capability/fairness';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface FairnessView {
  office: { name: string; zone: string };
  /** The newest first; `month` is "2026-11", `madeAt` an instant (ms). */
  checks: { month: string; madeAt: number; figures: FairnessFigures; standOut: GroupName[] }[];
}

/** A year of them is enough to look back on. */
const SHOWN = 12;

/** The monthly checks of the viewer's office, for a manager. There is nobody in them who could be told. */
export const viewFairness =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<FairnessView> =>
    deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const checks = await listFairnessChecks(q, { officeId: staff.officeId, limit: SHOWN });
      return {
        office: { name: office.name, zone: office.timeZone },
        checks: checks.map(({ month, madeAt, figures }) => {
          const kept = figures as FairnessFigures;
          return { month, madeAt, figures: kept, standOut: groupsThatStandOut(kept) };
        }),
      };
    });
