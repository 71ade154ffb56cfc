import type { Queryable } from '../client.server';

/** What Drizzle's builders have in common: a statement that can be built once and run often. */
interface Preparable<R> {
  prepare(name?: string): { execute(values: Record<string, unknown>): R };
}

type Run = (values: Record<string, unknown>) => unknown;

const known = new WeakMap<Queryable, Map<string, Run>>();

/**
 * Runs a statement that is built once for each connection: Drizzle takes longer to build one than either database takes
 * to run it, and PostgreSQL need not read it again. Its values are `sql.placeholder`s; what else differs from one time to
 * the next must be in the name.
 * @param name of this statement alone, up to 63 letters.
 */
export async function runPrepared<R>(
  q: Queryable,
  name: string,
  build: () => PromiseLike<R>,
  values: Record<string, unknown>,
): Promise<R> {
  let statements = known.get(q);
  if (!statements) known.set(q, (statements = new Map()));
  let run = statements.get(name);
  if (!run) {
    const statement = (build() as unknown as Preparable<R>).prepare(name);
    run = (given) => statement.execute(given);
    statements.set(name, run);
  }
  return (await run(values)) as R;
}
