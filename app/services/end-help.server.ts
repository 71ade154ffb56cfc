import type { Queryable } from '@db/client.server';
import { insertContactRecord } from '@db/queries/contact-records.server';
import {
  deleteHelpSessions,
  listActsIn,
  listUnusedHelps,
  lockOpenHelpsFor,
  lockOpenHelpsOf,
  updateHelp,
  type HelpRow,
} from '@db/queries/helps.server';
import { SESSION_LIFETIME } from '~/domain/access/session-lifetime';
import { CHANNEL_OF_HELP, minutesOfHelp, serviceOfHelp } from '~/domain/assisted/count-help';
import type { Actor } from '~/domain/access/role';
import type { EndedBy } from '~/domain/assisted/visit';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/**
 * Ends a help that goes on, in the caller's transaction with the help locked: its session is worth nothing any more, and it is
 * one contact on record, as long as it took. On record.
 * @param how.at when it ended (ms); `readBack` when what was done had been read back to them.
 */
export async function endHelp(
  q: Queryable,
  deps: Deps,
  help: HelpRow,
  how: { by: EndedBy; at: number; readBack: boolean },
): Promise<void> {
  const { id, customerId, officeId, staffId, way, startedAt } = help;
  const acts = await listActsIn(q, [id]);
  const contactId = deps.newId();
  await deleteHelpSessions(q, id);
  await insertContactRecord(q, {
    ...{ id: contactId, customerId, officeId, staffId, at: startedAt, channel: CHANNEL_OF_HELP[way], direction: 'in' },
    ...{ service: serviceOfHelp(acts.map(({ service }) => service)), helped: true },
    minutes: minutesOfHelp(startedAt, how.at),
    ...{ note: null, createdAt: deps.clock.now(), withdrawnAt: null },
  });
  await updateHelp(q, id, {
    ...{ endedAt: how.at, endedBy: how.by, contactId },
    ...(how.readBack && { readBackAt: how.at }),
  });
  const actor: Actor = {
    customer: { kind: 'customer' as const, id: customerId },
    staff: { kind: 'staff' as const, id: staffId },
    time: { kind: 'worker' as const, id: null },
  }[how.by];
  await appendAudit(q, deps, {
    ...{ chain: officeChain(officeId), actor, action: 'help.ended', subjectKind: 'customer', subjectId: customerId },
    detail: `${id} ${how.by} ${how.readBack ? 'read_back' : 'not_read_back'}`,
  });
}

/** Ends whatever helps a member of staff has going on, as when they sign out or begin another. */
export async function endHelpsOf(q: Queryable, deps: Deps, staffId: string): Promise<void> {
  for (const help of await lockOpenHelpsOf(q, staffId))
    await endHelp(q, deps, help, { by: 'staff', at: deps.clock.now(), readBack: false });
}

export type FinishHelpResult = { ok: true } | { ok: false; reason: 'not_found' | 'not_answered' };

/**
 * The member of staff is done: what was done was read back, or there was nobody to read it to any more.
 * @param input.readBack null when they did not say; that is only right when nothing was done.
 */
export const finishHelp =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; customerId: string; readBack: boolean | null }): Promise<FinishHelpResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, readBack } = input;
      const open = await lockOpenHelpsOf(q, staff.id);
      const help = open.find((one) => one.customerId === customerId && one.officeId === staff.officeId);
      if (!help) return { ok: false, reason: 'not_found' };
      const acts = await listActsIn(q, [help.id]);
      if (readBack === null && acts.length > 0) return { ok: false, reason: 'not_answered' };
      await endHelp(q, deps, help, { by: 'staff', at: deps.clock.now(), readBack: readBack === true });
      return { ok: true };
    });

/** The customer wants nobody in their pages: every help of theirs ends at once. Twice is once. */
export const endOwnHelps =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<void> =>
    deps.db.write(async (q) => {
      for (const help of await lockOpenHelpsFor(q, customerId))
        await endHelp(q, deps, help, { by: 'customer', at: deps.clock.now(), readBack: false });
    });

/** Ends the helps that nobody uses any more, at the time at which they were last used. @returns how many. */
export const endUnusedHelps = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  const unused = await deps.db.read((q) => listUnusedHelps(q, { now, seenAfter: now - SESSION_LIFETIME.help.idle }));
  for (const { help, lastSeenAt } of unused) {
    await deps.db.write(async (q) => {
      const open = (await lockOpenHelpsOf(q, help.staffId)).find(({ id }) => id === help.id);
      if (open) await endHelp(q, deps, open, { by: 'time', at: lastSeenAt ?? now, readBack: false });
    });
  }
  return unused.length;
};
