import type { DatabaseFindings } from '@db/dialect/database-findings';
import { checkPostgres } from '@db/dialect/check-postgres';
import { checkSqlite } from '@db/dialect/check-sqlite';
import { migrationState } from '@db/migrate.server';
import type { Config } from '~/config.server';
import { tellBrokenChain } from '../tell-broken-chain';

/** What can be found out about a whole database: its files or its server, its migrations and its audit trail. */
export async function lookThrough(config: Config): Promise<DatabaseFindings> {
  const { databaseUrl } = config;
  const found = databaseUrl.startsWith('file:')
    ? checkSqlite(databaseUrl.slice('file:'.length))
    : await checkPostgres(databaseUrl);
  // What cannot be trusted is not read any further.
  if (found.faults.length > 0) return found;
  return followAudit(config, found);
}

async function followAudit(config: Config, { faults, facts }: DatabaseFindings): Promise<DatabaseFindings> {
  // Only this needs the whole service.
  const { compose } = await import('~/composition.server');
  const { verifyAudit } = await import('~/services/audit.server');
  const composition = compose({ ...config, logLevel: 'warn' }, { name: 'check' });
  try {
    const { pending } = await migrationState(composition.db);
    if (pending.length > 0) {
      facts.push(`Migrations are waiting: ${pending.join(', ')}. Not looked at: the audit trail.`);
      return { faults, facts };
    }
    const verdict = await verifyAudit(composition.deps)();
    if (verdict.ok) facts.push(`Looked at: the audit trail, ${verdict.entries} entries in ${verdict.chains} chains.`);
    else faults.push(tellBrokenChain(verdict));
    return { faults, facts };
  } finally {
    await composition.close();
  }
}
