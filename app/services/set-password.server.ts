import { findCustomerAccess, lockPassword, updatePassword } from '@db/queries/customer-access.server';
import { listContactPoints } from '@db/queries/reach.server';
import { passwordFault, type PasswordFault } from '~/domain/access/password-rules';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { tellOfAccess } from './tell-of-access.server';

export type PasswordSet = { ok: true } | { ok: false; reason: 'empty' | PasswordFault | 'busy' };

/**
 * Sets a customer's password, or another one. On record, and they are told. Their other sessions go on: the page says how
 * to end them.
 * @throws when there is no such customer.
 */
export const setPassword =
  (deps: Deps) =>
  async (input: { customerId: string; password: string; requestId: string }): Promise<PasswordSet> => {
    const { customerId, password, requestId } = input;
    if (password === '') return { ok: false, reason: 'empty' };
    const fault = passwordFault(password, await aboutThem(deps, customerId));
    if (fault) return { ok: false, reason: fault };
    const passwordHash = await deps.passwords.hashIfFree(password);
    if (passwordHash === null) return { ok: false, reason: 'busy' };
    await deps.db.write(async (q) => {
      const before = await lockPassword(q, customerId);
      if (!before) throw new Error('no such customer');
      await updatePassword(q, { customerId, passwordHash });
      const news = before.passwordHash ? 'password_changed' : 'password_set';
      await tellOfAccess(q, deps, { customerId, news, requestId });
      await appendAudit(q, deps, fact(before.officeId, customerId, news));
    });
    return { ok: true };
  };

/** Takes a customer's password away; they sign in by another way. Twice is once. */
export const removePassword =
  (deps: Deps) =>
  async (input: { customerId: string; requestId: string }): Promise<void> => {
    const { customerId, requestId } = input;
    await deps.db.write(async (q) => {
      const before = await lockPassword(q, customerId);
      if (!before?.passwordHash) return;
      await updatePassword(q, { customerId, passwordHash: null });
      await tellOfAccess(q, deps, { customerId, news: 'password_removed', requestId });
      await appendAudit(q, deps, fact(before.officeId, customerId, 'password_removed'));
    });
  };

const fact = (officeId: string, customerId: string, what: string) => ({
  chain: officeChain(officeId),
  actor: { kind: 'customer' as const, id: customerId },
  action: `customer.${what}` as const,
  subjectKind: 'customer',
  subjectId: customerId,
});

/** What somebody who knows the person would try: names, the beginning of their email, the end of their number. */
async function aboutThem(deps: Deps, customerId: string): Promise<string[]> {
  const [customer, points] = await deps.db.read(async (q) => [
    await findCustomerAccess(q, customerId),
    await listContactPoints(q, [customerId]),
  ]);
  if (!customer) throw new Error('no such customer');
  const values = points.filter(({ kind }) => kind !== 'post').map(({ value }) => deps.vault.open(value));
  const known = values.map((value) => (value.includes('@') ? value.split('@')[0]! : value.slice(-10)));
  return [customer.firstName, customer.lastName, customer.knownAs ?? '', ...known].filter(Boolean);
}
