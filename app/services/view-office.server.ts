import { findOffice } from '@db/queries/office-day.server';
import { listSettings } from '@db/queries/office-settings.server';
import { listMembers } from '@db/queries/office-staff.server';
import { SETTING_LISTS, SETTING_ROLES, type SettingList } from '~/domain/office/setting-lists';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** The viewer's office, and how many are on each of its lists; none for those who do not keep them. */
export const viewOffice =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) =>
    deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      const counts: Partial<Record<SettingList | 'staff', number>> = {};
      if (SETTING_ROLES.includes(staff.role)) {
        for (const list of SETTING_LISTS) {
          const rows = await listSettings(q, list, staff.officeId);
          counts[list] = rows.filter(({ active }) => active !== false).length;
        }
        counts.staff = (await listMembers(q, staff.officeId)).filter(({ active }) => active).length;
      }
      return { name: office?.name ?? '', zone: office?.timeZone ?? 'Europe/London', counts };
    });
