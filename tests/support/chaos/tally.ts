import type { Answer, Asked } from './balancer';

/** What somebody was told is done, to be looked for in the database at the end. Instants in ms; `about` is an appointment's id or its link's token. */
export type Fact =
  | { kind: 'signed in'; customerId: string; from: number; until: number }
  | { kind: 'answered'; event: 'confirmed' | 'cannot_come'; about: string; until: number }
  | { kind: 'moved'; about: string; startsAt: number; until: number }
  | { kind: 'booked'; appointmentId: string; customerId: string }
  | { kind: 'recorded'; eventId: string }
  | { kind: 'receipt'; messageId: string; word: string }
  | { kind: 'reply'; providerId: string }
  | { kind: 'imported'; ref: string };

/** Counts what the crowd sees of the service, request by request, and keeps what it was told. */
export function createTally() {
  const byRoute = new Map<string, number[]>();
  const statuses = new Map<number, number>();
  const errors: string[] = [];
  const facts: Fact[] = [];
  /** Promises that somebody saw broken with their own eyes. */
  const broken: string[] = [];
  const counts = new Map<string, number>();
  let requests = 0;
  let excused = 0;
  let repeats = 0;
  return {
    facts,
    errors,
    broken,
    counts: counts as ReadonlyMap<string, number>,
    statuses: statuses as ReadonlyMap<number, number>,
    add: (fact: Fact) => void facts.push(fact),
    count: (what: string, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by),
    repeated: () => void (repeats += 1),
    answered({ method, path }: Asked, answer: Answer, ms: number) {
      requests += 1;
      const route = `${method} ${routeOf(path)}`;
      if (answer.ok) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const times = byRoute.get(route) ?? [];
        byRoute.set(route, times);
        times.push(ms);
        if (answer.status >= 500) errors.push(`${route} was answered with ${answer.status}`);
      } else if (answer.excused) excused += 1;
      else errors.push(`${route} was not answered: ${answer.why}`);
    },
    /** How many requests there were, and how many of them were lost with the portal that was killed. */
    totals: () => ({ requests, excused, repeats, errors: errors.length }),
    /** Per route: how many were answered, and in how many ms at most half and 99 of a hundred of them. */
    times: () =>
      [...byRoute]
        .map(([route, times]) => ({
          route,
          count: times.length,
          p50: quantile(times, 0.5),
          p99: quantile(times, 0.99),
        }))
        .toSorted((a, b) => b.count - a.count),
  };
}

export type Tally = ReturnType<typeof createTally>;

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** An address without what differs from one person to the next. */
function routeOf(path: string): string {
  return path
    .replace(/\?.*/s, '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
    .replace(/^\/(a|o)\/[\w-]+/, '/$1/:token');
}
