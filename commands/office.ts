import { parseArgs } from 'node:util';
import { tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose, type Composition } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { DIVISIONS } from '~/domain/time/division';
import { listKnownOffices, saveOffice } from '~/services/save-office.server';

const USAGE = `Usage: npm run office -- add --ref REF --name NAME [--address TEXT] [--postcode CODE] [--phone NUMBER]
                         [--getting-there TEXT] [--step-free TEXT] [--time-zone ZONE]
                         [--division DIVISION] [--opens HH:MM] [--closes HH:MM]
       npm run office -- list

Adds an office, or changes the one with that reference; what is left out stays as it is. Imported files name
offices by their reference. --division says whose bank holidays it keeps (${DIVISIONS.join(', ')});
--opens and --closes when somebody answers the telephone, Monday to Friday.`;

const REFUSALS = {
  no_name: 'A new office needs a name: --name NAME',
  bad_ref: 'The reference has to have 1 to 64 characters that can be seen.',
  bad_phone: 'The telephone number is not one.',
  bad_time_zone: 'There is no such time zone. Europe/London is one.',
  bad_division: `There is no such division. They are: ${DIVISIONS.join(', ')}.`,
  bad_hours:
    'Opening and closing times are like 09:00 and 17:00, and an office opens at least an hour before it closes.',
} as const;

class WrongUse extends Error {}

const text = { type: 'string' } as const;
const OPTIONS = {
  ref: text,
  name: text,
  address: text,
  postcode: text,
  phone: text,
  'getting-there': text,
  'step-free': text,
  'time-zone': text,
  division: text,
  opens: text,
  closes: text,
};

function read(args: string[]) {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  const [action, ...more] = parsed.positionals;
  if ((action !== 'add' && action !== 'list') || more.length > 0) throw new WrongUse('Say add or list.');
  const { ref, name, address, postcode, phone, division, ...rest } = parsed.values;
  if (action === 'list') return null;
  if (ref === undefined) throw new WrongUse('Say which office: --ref REF');
  return {
    ref,
    name,
    address,
    postcode,
    phone,
    gettingThere: rest['getting-there'],
    stepFree: rest['step-free'],
    timeZone: rest['time-zone'],
    division,
    opensAt: rest.opens,
    closesAt: rest.closes,
  };
}

async function run({ deps }: Composition, office: ReturnType<typeof read>): Promise<number> {
  if (office === null) {
    const offices = await listKnownOffices(deps)();
    if (offices.length === 0) console.log('There are no offices yet.');
    for (const { ref, name, timeZone } of offices) console.log(`${ref}\t${name}\t${timeZone}`);
    return 0;
  }
  const saved = await saveOffice(deps)(office);
  if (!saved.ok) {
    console.error(REFUSALS[saved.reason]);
    return 1;
  }
  console.log(`The office "${office.ref}" is ${saved.result}.`);
  return 0;
}

async function main(args: string[]): Promise<number> {
  const office = read(args);
  const composition = compose(loadConfig(), { name: 'office' });
  try {
    await composition.requireTables();
    return await run(composition, office);
  } finally {
    await composition.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    if (error instanceof WrongUse) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error instanceof CannotStart ? error.message : tellFault(error));
    process.exitCode = 2;
  },
);
