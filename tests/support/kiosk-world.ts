import { makeKioskPin, openKiosk, enrolKiosk } from '~/services/open-kiosk.server';
import { addKiosk } from '~/services/manage-kiosks.server';
import type { Deps } from '~/services/deps';
import { startSession, type SignedInStaff } from '~/services/sessions.server';
import { aMemberOfStaff, anOffice } from './factories';

let offices = 0;

/** An office with a manager and a champion, and how a shared computer of it comes to be. */
export async function aKioskWorld(deps: Deps) {
  offices += 1;
  const office = await anOffice(deps);
  const member = async (role: 'manager' | 'champion'): Promise<SignedInStaff> => {
    const { id, firstName, lastName } = await aMemberOfStaff(deps, office.id, { role });
    return { kind: 'staff', role, id, officeId: office.id, firstName, lastName };
  };
  const [manager, champion] = [await member('manager'), await member('champion')];
  const address = `192.0.2.${offices % 250}`;

  /** A code for a new computer. */
  async function code(name = 'By the window'): Promise<string> {
    const added = await addKiosk(deps)({ staff: manager, name });
    if (!added.ok) throw new Error(added.reason);
    return added.made.code;
  }
  /** An enrolled computer, locked. @returns its identifier, and the secret of its cookie. */
  async function enrolled(name?: string) {
    const done = await enrolKiosk(deps)({ code: await code(name), address });
    if (!done.ok) throw new Error(done.reason);
    const rows = await deps.db.read((q) => q.select().from(q.tables.kiosks));
    const kiosk = rows.find(({ secretHash }) => secretHash === deps.vault.hashSecret(done.secret))!;
    return { id: kiosk.id, officeId: office.id, secret: done.secret };
  }
  /** The champion's number, from a session that began just now. */
  async function pin(): Promise<string> {
    const cookie = await startSession(deps)({ kind: 'staff', id: champion.id }, null);
    const made = await makeKioskPin(deps)({ staff: champion, cookie });
    if (!made.ok) throw new Error(made.reason);
    return made.pin;
  }
  /** One that is open. */
  async function open(name?: string) {
    const kiosk = await enrolled(name);
    const opened = await openKiosk(deps)({ kiosk, pin: await pin() });
    if (!opened.ok) throw new Error(opened.reason);
    return kiosk;
  }
  return { office, manager, champion, address, code, enrolled, pin, open };
}
