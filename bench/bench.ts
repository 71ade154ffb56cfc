import type { Figure } from './figure';

/** What every bench is given. */
export interface BenchContext {
  /** True for a run that only shows that the bench works: small numbers, nothing to rely on. */
  quick: boolean;
  /** Address of a PostgreSQL server with durability on; null when this machine has none. */
  postgres: URL | null;
  /** Says what is being done; the table comes at the end. */
  say(line: string): void;
}

export interface Bench {
  name: string;
  run(context: BenchContext): Promise<Figure[]>;
}
