import { asc, eq } from 'drizzle-orm';
import { DEFAULT_POLICY, type PolicyRules } from '~/domain/reminder/policy';
import { answersOf, readPolicyRules, type PolicyAnswers } from '~/domain/reminder/policy-form';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from '~/services/deps';
import { savePolicy, viewPolicies } from '~/services/manage-policies.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { told, type TestDiary } from './diary';
import { aMemberOfStaff } from './factories';

/** The standard rules with some answers of the form changed. @throws when the form would not take them. */
export function rulesWith(change: Partial<PolicyAnswers>): PolicyRules {
  const read = readPolicyRules({ ...answersOf(DEFAULT_POLICY), ...change });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.rules;
}

/** Somebody who may set the rules of an office. */
export async function aManager(deps: Deps, officeId: string): Promise<SignedInStaff> {
  const { id, firstName, lastName } = await aMemberOfStaff(deps, officeId, { role: 'manager' });
  return { kind: 'staff', id, officeId, role: 'manager', firstName, lastName };
}

/** The id of the newest version of a kind; empty for none. */
export async function newestVersion(deps: Deps, staff: SignedInStaff, kind: string): Promise<string> {
  const { kinds } = await viewPolicies(deps)({ staff });
  return kinds.find((one) => one.kind === kind)?.newest?.id ?? '';
}

/** A new version that counts at once, or from an instant (ms), made after having seen the newest. @returns its id. */
export async function setRules(
  deps: Deps,
  staff: SignedInStaff,
  change: Partial<PolicyAnswers>,
  { kind = '', effectiveFrom = 0 }: { kind?: string; effectiveFrom?: number } = {},
): Promise<string> {
  const after = await newestVersion(deps, staff, kind);
  const saved = await savePolicy(deps)({ staff, kind, rules: rulesWith(change), effectiveFrom, after });
  if (!saved.ok) throw new Error(saved.reason);
  return newestVersion(deps, staff, kind);
}

/** Books, as an import does. @returns the appointment's id. */
export async function book(deps: Deps, diary: TestDiary, fields: Parameters<typeof told>[2] = {}): Promise<string> {
  const appointment = told(deps, diary, fields);
  const saved = await deps.db.write((q) => saveAppointments(q, deps, [appointment], { kind: 'import', id: null }));
  return saved[0]!.appointmentId;
}

/** The reminders of the newest version of an appointment, each as "rule date time policy", by the clock of London. */
export async function plannedFor(deps: Deps, appointmentId: string): Promise<string[]> {
  const rows = await deps.db.read((q) => {
    const { reminders } = q.tables;
    return q
      .select()
      .from(reminders)
      .where(eq(reminders.appointmentId, appointmentId))
      .orderBy(asc(reminders.notBefore), asc(reminders.rule));
  });
  const newest = Math.max(...rows.map(({ appointmentVersion }) => appointmentVersion));
  return rows
    .filter(({ appointmentVersion }) => appointmentVersion === newest)
    .map(({ rule, notBefore, policy }) => {
      const { date, time } = wallClockOf(notBefore, 'Europe/London');
      return `${rule} ${date.slice(5)} ${time} ${policy}`;
    });
}
