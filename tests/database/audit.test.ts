import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { appendAudit, recordRead, verifyAudit } from '~/services/audit.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';

describeOnBothDatabases('the audit trail', (dialect: Dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
  });
  afterEach(() => database.drop());

  const fact = (detail: string, chain: 'service' | `office:${string}` = 'office:bangor') => ({
    chain,
    actor: { kind: 'staff' as const, id: 'sioned' },
    action: 'appointment.read' as const,
    subjectKind: 'appointment',
    subjectId: 'one',
    detail,
  });
  const append = (detail: string, chain?: 'service' | `office:${string}`) =>
    deps.db.write((q) => appendAudit(q, deps, fact(detail, chain)));

  async function raw(statement: string) {
    if (database.db.sqlite) database.db.sqlite.exec(statement);
    else await database.db.pool!.query(statement);
  }

  /** What somebody with the database's own password could do. */
  async function withoutTriggers(...statements: string[]) {
    if (dialect === 'sqlite') {
      await raw(
        'drop trigger audit_entries_unchanged; drop trigger audit_entries_kept; drop trigger audit_heads_kept;',
      );
      await raw('drop trigger audit_heads_forward');
    } else await raw('alter table audit_entries disable trigger all; alter table audit_heads disable trigger all');
    for (const statement of statements) await raw(statement);
  }

  async function threeEntries() {
    for (const detail of ['first', 'second', 'third']) await append(detail);
  }

  it('is sound when nobody touched it, chain by chain', async () => {
    expect(await verifyAudit(deps)()).toEqual({ ok: true, chains: 0, entries: 0 });
    await threeEntries();
    await append('elsewhere', 'service');
    await recordRead(deps)({
      reader: { id: 'sioned', officeId: 'bangor' },
      action: 'appointment.read',
      subjectKind: 'appointment',
      subjectId: 'two',
    });
    expect(await verifyAudit(deps)()).toEqual({ ok: true, chains: 2, entries: 5 });
  });

  it('shows an entry that was changed', async () => {
    await threeEntries();
    await withoutTriggers("update audit_entries set detail = 'other' where seq = 2");
    expect(await verifyAudit(deps)()).toEqual({ ok: false, chain: 'office:bangor', seq: 2, problem: 'changed' });
  });

  it('shows an entry that was taken out of the middle', async () => {
    await threeEntries();
    await withoutTriggers('delete from audit_entries where seq = 2');
    expect(await verifyAudit(deps)()).toEqual({ ok: false, chain: 'office:bangor', seq: 2, problem: 'missing' });
  });

  it('shows an entry that was taken from the end', async () => {
    await threeEntries();
    await withoutTriggers('delete from audit_entries where seq = 3');
    expect(await verifyAudit(deps)()).toEqual({ ok: false, chain: 'office:bangor', seq: 3, problem: 'missing' });
  });

  it('shows two entries that changed places', async () => {
    await threeEntries();
    await withoutTriggers(
      'update audit_entries set seq = 20 where seq = 2',
      'update audit_entries set seq = 2 where seq = 3',
      'update audit_entries set seq = 3 where seq = 20',
    );
    expect(await verifyAudit(deps)()).toEqual({ ok: false, chain: 'office:bangor', seq: 2, problem: 'changed' });
  });

  it('shows an end that was cut off, head and all', async () => {
    await threeEntries();
    await withoutTriggers('update audit_heads set seq = 2');
    expect(await verifyAudit(deps)()).toMatchObject({ ok: false, chain: 'office:bangor', problem: 'wrong_end' });
    await raw('delete from audit_heads');
    expect(await verifyAudit(deps)()).toMatchObject({ ok: false, chain: 'office:bangor', problem: 'wrong_end' });
  });

  it('cannot be changed or emptied by a statement', async () => {
    await threeEntries();
    const attempts = [
      "update audit_entries set detail = 'other' where seq = 2",
      'delete from audit_entries',
      'update audit_heads set seq = 1',
      'delete from audit_heads',
      ...(dialect === 'postgres' ? ['truncate audit_entries', 'truncate audit_heads'] : []),
    ];
    for (const attempt of attempts) {
      await expect((async () => raw(attempt))(), attempt).rejects.toThrow('only ever added to');
    }
    expect(await verifyAudit(deps)()).toEqual({ ok: true, chains: 1, entries: 3 });
  });

  it('stays one chain when fifty entries are written at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => append(`entry ${n}`)));
    expect(await verifyAudit(deps)()).toEqual({ ok: true, chains: 1, entries: 50 });
  });

  it('forgets an entry whose transaction fails, and goes on from where it was', async () => {
    await append('kept');
    const failing = deps.db.write(async (q) => {
      await appendAudit(q, deps, fact('never happened'));
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    await append('kept too');
    expect(await verifyAudit(deps)()).toEqual({ ok: true, chains: 1, entries: 2 });
  });
});
