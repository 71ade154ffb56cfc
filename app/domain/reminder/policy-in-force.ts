import { DEFAULT_POLICY, DEMO_POLICY, type PolicyRules, type ReminderPolicy } from './policy';

/** A version of an office's policy for a kind of appointment; an empty kind is every kind without one of its own. */
export interface PolicyVersion {
  kind: string;
  version: number;
  /** From when it counts (ms). */
  effectiveFrom: number;
}

/** What reminders keep of the version that planned them: "BAN:first interview:3", "BAN:*:1". */
export function policyName(officeRef: string, { kind, version }: Pick<PolicyVersion, 'kind' | 'version'>): string {
  return `${encodeURIComponent(officeRef)}:${kind === '' ? '*' : encodeURIComponent(kind).replaceAll('*', '%2A')}:${version}`;
}

/** The version that counts at an instant (ms): the one that began last, and of several the highest. */
export function versionInForce<T extends Pick<PolicyVersion, 'version' | 'effectiveFrom'>>(
  versions: readonly T[],
  now: number,
): T | null {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= now)
    .reduce<T | null>((best, one) => (best === null || comesAfter(one, best) ? one : best), null);
}

type Begun = Pick<PolicyVersion, 'version' | 'effectiveFrom'>;

function comesAfter(one: Begun, other: Begun): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom > other.effectiveFrom;
  return one.version > other.version;
}

const BUILT_IN: readonly ReminderPolicy[] = [DEFAULT_POLICY, DEMO_POLICY];

/**
 * The policy that planned a reminder, by the name that the reminder keeps.
 * @param known the versions of the offices concerned, by name.
 * @param base for a name that nobody knows any more.
 */
export function policyNamed(name: string, known: ReadonlyMap<string, PolicyRules>, base: ReminderPolicy): PolicyRules {
  return known.get(name) ?? BUILT_IN.find(({ version }) => version === name) ?? base;
}
