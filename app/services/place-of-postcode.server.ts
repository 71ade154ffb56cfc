import type { Queryable } from '@db/client.server';
import { findArea } from '@db/queries/home.server';
import { outwardCodeOf } from '~/domain/club/outward-code';
import type { SettingList } from '~/domain/office/setting-lists';
import type { SettingValues } from '~/domain/office/setting-fields';

/**
 * Where a place for people who are not online is: the middle of its postcode's area; nothing where the postcode is empty or
 * nobody knows the area, and then no distance is shown. Other lists have no place on the map.
 */
export async function placeOf(
  q: Queryable,
  list: SettingList,
  values: SettingValues,
): Promise<{ latitude: number | null; longitude: number | null } | Record<string, never>> {
  if (list !== 'digital-places') return {};
  const code = outwardCodeOf(values.postcode ?? '');
  const area = code === null ? null : await findArea(q, code);
  return { latitude: area?.latitude ?? null, longitude: area?.longitude ?? null };
}
