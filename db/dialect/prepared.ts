import type { Queryable } from '../client.server';

/** What Drizzle's builders have in common: a statement that can be built once and run often. */
interface Preparable<R> {
  prepare(): { execute(values: Record<string, unknown>): R };
}

type Run = (values: Record<string, unknown>) => unknown;

const known = new WeakMap<Queryable, Map<string, Run>>();

/**
 * Runs a statement that is built once for each connection: Drizzle takes longer to build one than either database takes
 * to run it. SQLite keeps it compiled; PostgreSQL plans it anew, because a plan from when everything was due is the wrong
 * one afterwards. Its values are `sql.placeholder`s.
 * @param name of this statement alone; whatever else differs from one time to the next must be in it.
 */
export async function runPrepared<R>(
  q: Queryable,
  name: string,
  build: () => PromiseLike<R>,
  values: Record<string, unknown> = {},
): Promise<R> {
  let statements = known.get(q);
  if (!statements) known.set(q, (statements = new Map()));
  let run = statements.get(name);
  if (!run) {
    const statement = (build() as unknown as Preparable<R>).prepare();
    run = (given) => statement.execute(given);
    statements.set(name, run);
  }
  return (await run(values)) as R;
}
