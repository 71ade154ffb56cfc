import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench';
import { ratioOf, type Figure } from './figure';
import { makeDistrict, type PageName } from './portal/district';
import { addYearOfMessages, copyEnlarged } from './portal/larger-district';
import { measure, newRun, processorOf, timeOf, type Run } from './portal/measure';
import { PORTAL, startServer, type ServerProcess } from './portal/server-process';

/** The pages of one person, which may not grow with the number of others; and one of a whole office, for interest. */
const PAGES = {
  home: { requests: 80, most: 1.3 },
  link: { requests: 80, most: 1.3 },
  day: { requests: 25, most: 1.3 },
  caseload: { requests: 25, most: 1.3 },
  officeDay: { requests: 10, most: null },
} as const satisfies Partial<Record<PageName, { requests: number; most: number | null }>>;

/** The same pages of the same people in a database of 600, 6,000 and 60,000 customers with a year of messages. */
export const growth: Bench = {
  name: 'growth',
  async run({ quick, say }) {
    const sizes = quick ? [1, 2] : [1, 10, 100];
    const rounds = quick ? 1 : 5;
    const folder = mkdtempSync(join(tmpdir(), 'waymark-growth-'));
    const district = await makeDistrict();
    const servers: ServerProcess[] = [];
    try {
      // Only what is in the file itself is copied with it.
      await district.composition.close();
      const first = district.settings.DATABASE_URL!.slice('file:'.length);
      addYearOfMessages(first, Date.now());
      for (const times of sizes) {
        say(`writing ${(times * 600).toLocaleString('en-GB')} customers with a year of messages`);
        const file = join(folder, `${times}.db`);
        copyEnlarged(first, file, times);
        servers.push(await startServer({ ...district.settings, DATABASE_URL: `file:${file}` }, ...PORTAL)); // prettier-ignore
      }
      const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
      const runs = names.map((name) => servers.map((server) => newRun(server, district.asking[name])));
      // The first round is for what is compiled and read from the disk once.
      for (let round = quick ? 1 : 0; round <= rounds; round += 1) {
        say(`round ${round} of ${rounds}`);
        for (const [index, name] of names.entries())
          for (const run of runs[index]!) await measure(run, quick ? 5 : PAGES[name].requests);
        if (round === 0) for (const run of runs.flat()) run.results = [];
      }
      return names.flatMap((name, index) => figuresOf(name, sizes, runs[index]!));
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      await district.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function figuresOf(name: keyof typeof PAGES, sizes: readonly number[], runs: readonly Run[]): Figure[] {
  const { most } = PAGES[name];
  return runs.flatMap((run, index) => {
    const bound = index === 0 || most === null ? null : { most };
    const among = `${name} among ${(sizes[index]! * 600).toLocaleString('en-GB')}`;
    return [
      ratioOf(`${among}: half of the answers within`, 'ms', timeOf(run, 0.5), timeOf(runs[0]!, 0.5), bound),
      ratioOf(`${among}: processor time of a request`, 'ms', processorOf(run), processorOf(runs[0]!), bound),
    ];
  });
}
