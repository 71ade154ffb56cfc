import { listBegunPolicies } from '@db/queries/reminder-policies.server';
import type { Queryable } from '@db/client.server';
import { groupBy } from '~/domain/group-by';
import type { ReminderPolicy } from '~/domain/reminder/policy';
import { versionInForce } from '~/domain/reminder/policy-in-force';

/** Which policy is in force for an appointment, by its office and kind. */
export type PolicyChoice = (appointment: { officeId: string; kind: string }) => ReminderPolicy;

/**
 * Reads, in one query, the policies that are in force at an instant (ms) in these offices: that of the office and the
 * appointment's kind, else that of the office for every other kind, else the base.
 */
export async function policiesFor(
  q: Queryable,
  base: ReminderPolicy,
  officeIds: string[],
  now: number,
): Promise<PolicyChoice> {
  const begun = await listBegunPolicies(q, officeIds, now);
  const inForce = new Map<string, ReminderPolicy>();
  for (const [key, versions] of groupBy(begun, ({ officeId, kind }) => keyOf(officeId, kind))) {
    const found = versionInForce(versions, now);
    if (found) inForce.set(key, { ...found.rules, version: found.name });
  }
  return ({ officeId, kind }) => inForce.get(keyOf(officeId, kind)) ?? inForce.get(keyOf(officeId, '')) ?? base;
}

const keyOf = (officeId: string, kind: string) => `${officeId} ${kind}`;
