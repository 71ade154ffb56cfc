import { Gauge, type Registry } from 'prom-client';
import type { Composition } from '~/composition.server';

/**
 * How this process's connections to PostgreSQL are used, whether it reads the replica, and how large SQLite's log is; see
 * docs/runbooks/alerts.md.
 * @returns a function that sets the gauges.
 */
export function databaseGauges(registry: Registry, { db, walBytes }: Pick<Composition, 'db' | 'walBytes'>): () => void {
  const registers = [registry];
  const connections = new Gauge({
    name: 'waymark_database_connections',
    help: 'Connections of this process, by what they do; waiting are those who want one and have none.',
    labelNames: ['state'],
    registers,
  });
  const readOnly = new Gauge({
    name: 'waymark_database_read_only',
    help: '1 while the database does not answer and its replica is read.',
    registers,
  });
  if (walBytes() !== null)
    new Gauge({
      name: 'waymark_sqlite_wal_bytes',
      help: 'Size of the write-ahead log beside the SQLite database.',
      registers,
      collect() {
        this.set(walBytes() ?? 0);
      },
    });
  return () => {
    readOnly.set(db.isReadOnly?.() ? 1 : 0);
    if (!db.pool) return;
    const { totalCount, idleCount, waitingCount, options } = db.pool;
    connections.set({ state: 'used' }, totalCount - idleCount);
    connections.set({ state: 'idle' }, idleCount);
    connections.set({ state: 'waiting' }, waitingCount);
    connections.set({ state: 'most' }, options.max);
  };
}
