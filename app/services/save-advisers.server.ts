import type { Queryable } from '@db/client.server';
import { listStaffByRef, saveStaffNames, type StaffRow } from '@db/queries/staff.server';
import type { Deps } from './deps';

/** An adviser as a file names them. */
export interface AdviserToSave {
  ref: string;
  /** First name, then the others; null leaves what is known. */
  name: string | null;
  /** Where a new one works; null leaves what is known. */
  officeId: string | null;
}

/**
 * The advisers that a batch of lines names, in the caller's transaction: load, tell what each line says, save.
 * New ones cannot sign in until somebody lets them (`npm run staff`). The name of one who can sign in stays.
 */
export async function loadAdvisers(q: Queryable, deps: Deps, refs: readonly string[]) {
  const rows = new Map((await listStaffByRef(q, [...new Set(refs)])).map((row) => [row.ref, row]));
  const changed = new Set<string>();

  return {
    has: (ref: string) => rows.has(ref),
    /** True of one who has left: nobody is given to them. Who works here stays until the transaction is over. */
    hasLeft: (ref: string) => rows.get(ref)?.active === false,
    /** @throws when the adviser is unknown. */
    getId(ref: string): string {
      const row = rows.get(ref);
      if (!row) throw new Error('an adviser was not told of before being asked for');
      return row.id;
    },
    /** @throws when the adviser is new and the name or the office is missing. */
    tell({ ref, name, officeId }: AdviserToSave): 'created' | 'updated' | 'unchanged' {
      const known = rows.get(ref);
      if (!known) {
        if (name === null || officeId === null) throw new Error('a new adviser needs a name and an office');
        rows.set(ref, newAdviser(deps.newId(), ref, officeId, name));
        changed.add(ref);
        return 'created';
      }
      if (name === null || known.email !== null || nameOf(known) === name) return 'unchanged';
      rows.set(ref, { ...known, ...splitName(name) });
      changed.add(ref);
      return 'updated';
    },
    async save(): Promise<void> {
      // In one order, so that two imports of the same new references wait for each other instead of deadlocking.
      await saveStaffNames(
        q,
        [...changed].sort().map((ref) => rows.get(ref)!),
      );
    },
  };
}

function newAdviser(id: string, ref: string, officeId: string, name: string): StaffRow {
  return {
    id,
    ref,
    officeId,
    ...splitName(name),
    role: 'adviser',
    email: null,
    passwordHash: null,
    totpSecret: null,
    totpLastStep: 0,
    active: true,
    leftAt: null,
    partnerId: null,
    invitationHash: null,
    invitedUntil: null,
    helpsWith: '',
    speaks: '',
    phone: '',
    videoRoom: '',
  };
}

/** "Sioned Mair Parry" is Sioned to a customer. */
function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...others] = name.split(' ');
  return { firstName, lastName: others.join(' ') };
}

const nameOf = ({ firstName, lastName }: StaffRow) => `${firstName} ${lastName}`.trim();
