import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose, type Composition } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { PASSWORD_MIN_LENGTH } from '~/domain/access/password-rules';
import { ROLES, type Role } from '~/domain/access/role';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';

const USAGE = `Usage: npm run staff -- add --office REF --email EMAIL --role ROLE --first NAME --last NAME [--ref REF] [--password-stdin]

Lets a member of staff sign in. Roles: ${ROLES.join(', ')}.
--ref             the reference that imported files use for this person; the email when left out
--password-stdin  reads the password from standard input; otherwise one is made and shown once`;

const REFUSALS = {
  no_such_office: 'There is no office with that reference. Import one first, or check --office.',
  email_taken: 'Somebody else signs in with that email. Give their --ref, or use another email.',
  too_short: `The password has to have at least ${PASSWORD_MIN_LENGTH} characters.`,
  too_long: 'The password is too long.',
  common: 'That password is too easy to guess. Three or four unconnected words make a good one.',
} as const;

class WrongUse extends Error {}

function read(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { office: text, email: text, role: text, first: text, last: text, ref: text };
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, 'password-stdin': { type: 'boolean' } },
    });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  const { office, email, role, first, last, ref } = parsed.values;
  if (parsed.positionals.join(' ') !== 'add') throw new WrongUse('The one thing this command does is: add');
  if (!office || !email || !role || !first || !last) throw new WrongUse('Something is missing.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new WrongUse(`${email} is not an email address.`);
  if (!ROLES.includes(role as Role)) throw new WrongUse(`${role} is not a role.`);
  return {
    person: {
      officeRef: office,
      ref: ref ?? email.toLowerCase(),
      firstName: first,
      lastName: last,
      email,
      role: role as Role,
    },
    fromInput: parsed.values['password-stdin'] === true,
  };
}

async function passwordFromInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}

async function add({ deps }: Composition, { person, fromInput }: ReturnType<typeof read>): Promise<number> {
  const password = fromInput ? await passwordFromInput() : deps.vault.newSecret().slice(0, 20);
  const added = await addMemberOfStaff(deps)({ ...person, password });
  if (!added.ok) {
    console.error(REFUSALS[added.reason]);
    return 1;
  }
  console.log(`${person.firstName} ${person.lastName} can sign in at ${deps.publicUrl}/staff/sign-in\n`);
  console.log(`Email      ${person.email.toLowerCase()}`);
  if (!fromInput) console.log(`Password   ${password}`);
  console.log(`App code   ${added.totpSecret}\n           ${added.totpAddress}\n`);
  console.log(renderUnicodeCompact(added.totpAddress));
  console.log('\nThis is shown once. Give it to them in person, and scan the square with an authenticator app.');
  return 0;
}

async function main(args: string[]): Promise<number> {
  const wishes = read(args);
  const composition = compose(loadConfig(), { name: 'staff' });
  try {
    await composition.requireTables();
    return await add(composition, wishes);
  } finally {
    await composition.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof WrongUse) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error instanceof CannotStart ? error.message : tellFault(error));
    process.exit(error instanceof WrongUse ? 2 : 1);
  },
);
