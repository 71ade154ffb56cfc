import type { Bench } from './bench';
import { buildBaselines } from './portal/baselines';
import { makeDistrict, type PageName } from './portal/district';
import { countOf, ratioOf, type Figure } from './figure';
import type { Asked } from './portal/load';
import { bytesOf, measure, newRun, processorOf, rateOf, timeOf, type Run } from './portal/measure';
import { LIMITS, PORTAL, startServer, type ServerProcess } from './portal/server-process';

/**
 * The built portal under load, beside bare Express that makes the same page and a Remix template that serves it. Each in a
 * process of its own on the same database; the load comes from this one.
 */
export const portal: Bench = {
  name: 'portal',
  async run({ quick, say }) {
    const rounds = quick ? 1 : 5;
    const requests = { home: quick ? 20 : 200, link: quick ? 10 : 200, day: quick ? 5 : 60, booking: quick ? 2 : 20 };
    say('filling a database with the district, and building the baselines');
    const files = await buildBaselines();
    const district = await makeDistrict();
    const servers: ServerProcess[] = [];
    try {
      for (const file of [PORTAL, [...LIMITS, files.bare, '--demo'], [...LIMITS, files.template, '--demo']])
        servers.push(await startServer(district.settings, ...file));
      const [own, bare, template] = servers as [ServerProcess, ServerProcess, ServerProcess];
      const runOf = (server: ServerProcess, page: PageName) => newRun(server, district.asking[page]);
      const runs = {
        home: runOf(own, 'home'),
        bare: runOf(bare, 'home'),
        template: runOf(template, 'home'),
        plainHome: newRun(own, (n) => uncompressed(district.asking.home(n))),
        link: runOf(own, 'link'),
        day: runOf(own, 'day'),
        booking: runOf(own, 'booking'),
      };
      const counts = { ...requests, bare: requests.home, template: requests.home, plainHome: requests.home };
      // What is compiled while it runs is compiled by then.
      if (!quick) for (const [name, run] of Object.entries(runs)) if (name !== 'booking') await measure(run, 3 * counts[name as keyof typeof runs]); // prettier-ignore
      for (const run of Object.values(runs)) run.results = [];
      for (let round = 0; round < rounds; round += 1) {
        say(`round ${round + 1} of ${rounds}`);
        for (const [name, run] of Object.entries(runs)) await measure(run, counts[name as keyof typeof runs]);
      }
      return figuresOf(runs);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      await district.drop();
    }
  },
};

const uncompressed = (asked: Asked): Asked => ({ ...asked, headers: { ...asked.headers, 'accept-encoding': 'identity' } }); // prettier-ignore

type Runs = Record<'home' | 'bare' | 'template' | 'plainHome' | 'link' | 'day' | 'booking', Run>;

function figuresOf(runs: Runs): Figure[] {
  const { home, bare, template, plainHome } = runs;
  const beside = (name: string, one: Run, other: Run, bound: { least: number } | null) => [
    ratioOf(`${name}, requests`, 'requests/s', rateOf(one), rateOf(other), bound),
    // How many requests a processor's second is enough for: the same on a busy machine.
    ratioOf(`${name}, requests a processor`, 'requests/s', 1000 / processorOf(one), 1000 / processorOf(other), bound),
  ];
  return [
    ...beside('home, beside bare Express', home, bare, { least: 0.5 }),
    ...beside('home, beside the Remix template', home, template, { least: 2 }),
    ...beside('home uncompressed, beside bare Express', plainHome, bare, null),
    ratioOf('home, beside the Remix template, on the wire', 'bytes', bytesOf(home), bytesOf(template), null),
    ...(['home', 'link', 'day', 'booking'] as const).flatMap((page) => [
      countOf(`${page}: requests`, 'requests/s', rateOf(runs[page]), null),
      countOf(`${page}: half of the answers within`, 'ms', timeOf(runs[page], 0.5), null),
      countOf(`${page}: 99 of 100 answers within`, 'ms', timeOf(runs[page], 0.99), null),
      countOf(`${page}: processor time of a request`, 'ms', processorOf(runs[page]), null),
      countOf(`${page}: on the wire`, 'bytes', bytesOf(runs[page]), null),
    ]),
    countOf('bare Express: processor time of the home', 'ms', processorOf(bare), null),
    countOf('Remix template: processor time of the home', 'ms', processorOf(template), null),
  ];
}
