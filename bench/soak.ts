import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench';
import { countOf, median, ratioOf } from './figure';
import { makeDistrict, type PageName } from './portal/district';
import { measure, newRun } from './portal/measure';
import { PORTAL, startServer } from './portal/server-process';

/** One part of the mix, and how often it is asked for in each turn. */
const MIX: readonly (readonly [PageName, number])[] = [
  ['home', 60],
  ['link', 40],
  ['day', 8],
  ['booking', 1],
];

/** What a turn takes at least. */
const TURN_MS = 1_500;

/**
 * A portal under a mixed load for ten minutes: what memory it holds, and whether that grows. Nothing is forced: what it holds is
 * what the machine sees.
 */
export const soak: Bench = {
  name: 'soak',
  async run({ quick, say }) {
    const [warmUp, length] = quick ? [1_000, 3_000] : [60_000, 600_000];
    const district = await makeDistrict();
    const server = await startServer(district.settings, ...PORTAL);
    try {
      const runs = MIX.map(([page, requests]) => ({ run: newRun(server, district.asking[page]), requests }));
      const turn = async () => {
        // As fast as may be would be faster than the same links may be opened (docs/security.md).
        const rest = pause(TURN_MS);
        for (const { run, requests } of runs) {
          await measure(run, requests);
          run.results = [];
        }
        await rest;
      };
      const during = async (ms: number, then: () => void = () => undefined) => {
        for (const end = performance.now() + ms; performance.now() < end; then()) await turn();
      };
      say('warming up');
      await during(warmUp);
      const held: number[] = [];
      say(`${length / 60_000} minutes under load`);
      await during(length, () => held.push(server.residentMb()));
      const fifth = Math.max(1, Math.floor(held.length / 5));
      const [first, last] = [median(held.slice(0, fifth)), median(held.slice(-fifth))];
      const requests = runs.reduce((sum, { run }) => sum + run.asked, 0);
      return [
        countOf('memory that the portal holds, steady', 'MB', median(held), { most: 200 }),
        countOf('memory that the portal holds, most', 'MB', Math.max(...held), null),
        ratioOf('memory in the last fifth, beside the first', 'MB', last, first, { most: 1.05 }),
        countOf('requests meanwhile', 'requests', requests, null),
      ];
    } finally {
      await server.stop();
      await district.drop();
    }
  },
};
