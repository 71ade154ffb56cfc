import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase, type Dialect } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';
import { databaseToCopy } from '../support/copied-database';
import { interleaving } from '../support/interleaving';
import { AHEAD, EVENTS, OUTCOMES, PAUSES, RECEIPTS, type Race } from '../support/race';
import { raceWorld } from '../support/race-world';

/** How many races are run; `RACES=5000` for a long look. */
const RACES = Number(process.env.RACES ?? 250);
const RACES_ON_POSTGRES = Math.ceil(RACES / 10);
const seed = Number(process.env.SEED) || fc.readConfigureGlobal()?.seed || Date.now() % 1e9;

const race: fc.Arbitrary<Race> = fc.record({
  email: fc.boolean(),
  ahead: fc.constantFrom(...AHEAD),
  events: fc.array(fc.record({ what: fc.constantFrom(...EVENTS), whose: fc.nat(1) }), { minLength: 1, maxLength: 3 }),
  outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 4 }),
  receipts: fc.array(fc.constantFrom(...RECEIPTS), { minLength: 1, maxLength: 4 }),
  pauses: fc.array(fc.constantFrom(...PAUSES), { maxLength: 4 }),
});
/** Who goes on: some task, or the one that went last, so that another stands still for as long as much happens elsewhere. */
const ON = -1;
const choices = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(ON) }, { weight: 1, arbitrary: fc.nat(11) }), {
  maxLength: 120,
});

describe('moves, cancellations, STOP and receipts race the send, at every interleaving of claim, call and record', () => {
  it('keeps every promise (SQLite)', () => raceOn('sqlite', RACES));
  it.skipIf(!inject('postgresUrl'))('keeps every promise (PostgreSQL)', () => raceOn('postgres', RACES_ON_POSTGRES));
});

async function raceOn(dialect: Dialect, races: number): Promise<void> {
  const empty = await databaseToCopy(dialect);
  const first = openDatabase(empty.url);
  await migrateUp(first);
  await first.close();
  let steps = 0;
  let messages = 0;
  console.log(`${dialect}: ${races} races, seed ${seed} (SEED=${seed} runs the same ones)`);
  try {
    await fc.assert(
      fc.asyncProperty(race, choices, async (scenario, order) => {
        let turn = 0;
        const turns = interleaving((waiting) => {
          const choice = order[turn++] ?? 0;
          return choice === ON ? waiting - 1 : choice;
        });
        const copy = await empty.copy();
        const db = openDatabase(copy.url, { poolSize: 3 });
        try {
          const world = await raceWorld(db, scenario, turns);
          await world.runRace();
          await world.untilOver();
          steps += turns.step();
          messages += world.handedOver();
          const wrong = await world.reckon();
          expect(wrong, turns.order.join('\n')).toEqual([]);
        } finally {
          await db.close();
          await copy.remove();
        }
      }),
      { numRuns: races, seed, interruptAfterTimeLimit: 500_000 },
    );
    console.log(`${dialect}: ${steps} steps, ${messages} messages handed over; nothing twice, late or unwanted`);
  } finally {
    await empty.remove();
  }
}
