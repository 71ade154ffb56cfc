import type { AuditVerdict } from '~/services/audit.server';

const PROBLEMS = {
  missing: 'is missing',
  changed: 'was changed, or is not in its place',
  wrong_end: 'is not where the chain ends',
} as const;

/** Where the audit trail breaks off, for the person who asked. */
export function tellBrokenChain({ seq, chain, problem }: Extract<AuditVerdict, { ok: false }>): string {
  return `The audit trail is broken: entry ${seq} of "${chain}" ${PROBLEMS[problem]}.`;
}
