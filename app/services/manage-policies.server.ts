import { listDivisionHolidays } from '@db/queries/bank-holidays.server';
import { listKindNames } from '@db/queries/office-settings.server';
import {
  deleteComingPolicy,
  findNewestVersion,
  insertPolicy,
  listKindsSince,
  listOfficePolicies,
  lockOffice,
} from '@db/queries/reminder-policies.server';
import { listPlaces } from '@db/queries/reminders.server';
import type { Queryable } from '@db/client.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { DAY, MINUTE } from '~/domain/clock';
import { groupBy } from '~/domain/group-by';
import type { PolicyRules } from '~/domain/reminder/policy';
import { versionInForce } from '~/domain/reminder/policy-in-force';
import { previewPolicy, type PreviewedRule } from '~/domain/reminder/preview-policy';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface PolicyVersionView {
  id: string;
  version: number;
  effectiveFrom: number;
  createdAt: number;
  /** Who made it; null when nobody of the office did. */
  by: { firstName: string; lastName: string } | null;
  rules: PolicyRules;
}

export interface KindPolicies {
  /** Empty for every kind without rules of its own. */
  kind: string;
  /** Null when the office has none: then those for every other kind count, and at last the standard ones. */
  inForce: PolicyVersionView | null;
  /** The rules that count for this kind now. */
  rules: PolicyRules;
  /** Versions that begin later, the soonest first. */
  coming: PolicyVersionView[];
  /** Versions that counted once, or were followed by another before they did; the newest first. */
  earlier: PolicyVersionView[];
  /** The version that was saved last, whenever it begins. */
  newest: PolicyVersionView | null;
}

export interface OfficePolicies {
  zone: string;
  now: number;
  kinds: KindPolicies[];
  /** What the office calls its kinds, by reference. */
  names: Record<string, { name: string; nameInWelsh: string }>;
}

/** Kinds of appointments are offered that the office had in the last three months or has in its diary. */
const KINDS_SINCE = 90 * DAY;

/** The rules of the viewer's office by kind: in force, coming and earlier. */
export const viewPolicies =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<OfficePolicies> => {
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const { zone } = await placeOf(q, staff.officeId);
      const rows = await listOfficePolicies(q, staff.officeId);
      const versions = groupBy(
        rows.map(({ policy, firstName, lastName }) => ({
          ...policy,
          by: firstName === null ? null : { firstName, lastName: lastName ?? '' },
        })),
        ({ kind }) => kind,
      );
      const known = await listKindsSince(q, staff.officeId, now - KINDS_SINCE);
      const kinds = [...new Set(['', ...[...known, ...versions.keys()].sort()])];
      const general = versionInForce(versions.get('') ?? [], now)?.rules ?? deps.policy;
      const names = await listKindNames(q, staff.officeId);
      return {
        zone,
        now,
        names: Object.fromEntries(names.map(({ ref, name, nameInWelsh }) => [ref, { name, nameInWelsh }])),
        kinds: kinds.map((kind) => {
          const all = versions.get(kind) ?? [];
          const inForce = versionInForce(all, now);
          const coming = all.filter(({ effectiveFrom }) => effectiveFrom > now);
          return {
            kind,
            inForce: inForce && viewOf(inForce),
            rules: rulesOnly(inForce?.rules ?? general),
            coming: coming.sort((a, b) => a.effectiveFrom - b.effectiveFrom || b.version - a.version).map(viewOf),
            earlier: all.filter((one) => one.effectiveFrom <= now && one.id !== inForce?.id).map(viewOf),
            newest: all[0] ? viewOf(all[0]) : null,
          };
        }),
      };
    });
  };

function viewOf({ id, version, effectiveFrom, createdAt, by, rules }: PolicyVersionView): PolicyVersionView {
  return { id, version, effectiveFrom, createdAt, by, rules };
}

/** Without the name of a built-in policy. */
function rulesOnly({ quietHours, mergeWithinMinutes, bankHolidays, sameDay, rules }: PolicyRules): PolicyRules {
  return { quietHours, mergeWithinMinutes, bankHolidays, sameDay, rules };
}

async function placeOf(q: Queryable, officeId: string) {
  const office = (await listPlaces(q, [officeId])).get(officeId);
  if (!office) throw new Error('a member of staff has no office');
  return { zone: office.timeZone, division: office.division };
}

/** What an example appointment (ms) would get by the rules that count now, and by new ones. */
export const comparePolicies =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    now: PolicyRules;
    wanted: PolicyRules;
    example: { startsAt: number; bookedAt: number };
  }): Promise<{ now: PreviewedRule[]; wanted: PreviewedRule[] }> =>
    deps.db.read(async (q) => {
      const { zone, division } = await placeOf(q, input.staff.officeId);
      const office = { zone, holidays: await listDivisionHolidays(q, division) };
      return {
        now: previewPolicy(input.now, input.example, office),
        wanted: previewPolicy(input.wanted, input.example, office),
      };
    });

export type PolicySaved =
  | { ok: true; version: number }
  /** `newer`: somebody saved a version, or took one back, since the form was shown. */
  | { ok: false; reason: 'newer' | 'no_such_kind' };

/**
 * Makes a new version of the office's rules for a kind of appointment. What is planned already stays as it is.
 * @param input.after the id of the newest version that the writer saw, empty for none; another since then is not
 * overwritten unseen.
 */
export const savePolicy =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    kind: string;
    rules: PolicyRules;
    effectiveFrom: number;
    after: string;
  }): Promise<PolicySaved> => {
    const { staff, kind, rules, effectiveFrom } = input;
    const now = deps.clock.now();
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const newest = await findNewestVersion(q, { officeId: staff.officeId, kind });
      if (kind !== '' && !newest && !(await listKindsSince(q, staff.officeId, now - KINDS_SINCE)).includes(kind))
        return { ok: false, reason: 'no_such_kind' };
      if ((newest?.id ?? '') !== input.after) return { ok: false, reason: 'newer' };
      const [id, version] = [deps.newId(), (newest?.version ?? 0) + 1];
      const from = Math.max(effectiveFrom, now);
      const made = { createdAt: now, createdBy: staff.id };
      await insertPolicy(q, { id, officeId: staff.officeId, kind, version, effectiveFrom: from, rules, ...made });
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'reminder_policy.saved',
        subjectKind: 'reminder_policy',
        subjectId: id,
        detail: `version ${version}`,
      });
      return { ok: true, version };
    });
  };

/** Clocks of several machines differ by less: a version that is about to begin may have planned something elsewhere. */
const CLOCK_DIFFERENCE = MINUTE;

/** Takes back a version of the office's that has not begun. @returns false when there is none, or it has begun, or is about to. */
export const withdrawPolicy =
  (deps: Deps) =>
  async ({ staff, policyId }: { staff: SignedInStaff; policyId: string }): Promise<boolean> => {
    const now = deps.clock.now();
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const withdrawn = await deleteComingPolicy(q, {
        id: policyId,
        officeId: staff.officeId,
        after: now + CLOCK_DIFFERENCE,
      });
      if (!withdrawn) return false;
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'reminder_policy.withdrawn',
        subjectKind: 'reminder_policy',
        subjectId: policyId,
        detail: `version ${withdrawn.version}`,
      });
      return true;
    });
  };
