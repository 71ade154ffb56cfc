import { listOwnContacts, listOwnOptOuts, lockOwnCustomer } from '@db/queries/own-details.server';
import { liftOptOut, upsertOptOut } from '@db/queries/opt-outs.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

export type OwnOptOutResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'their_word' };

const KINDS = { sms: ['mobile'], email: ['email'], voice: ['mobile', 'landline'] } as const;

/**
 * Turns messages on a channel of one's own number or address off, or on again. What was ended with STOP, or with a key in a
 * call, is begun again only where it was ended, or by a colleague: others may have the number too, and networks keep a STOP. The same again changes nothing.
 */
export const setOwnOptOut =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    contactPointId: string;
    channel: 'sms' | 'email' | 'voice';
    on: boolean;
  }): Promise<OwnOptOutResult> =>
    deps.db.write(async (q): Promise<OwnOptOutResult> => {
      const { customerId, contactPointId, channel, on } = input;
      const customer = await lockOwnCustomer(q, customerId);
      const point = (await listOwnContacts(q, customerId)).find(({ id }) => id === contactPointId);
      // What nobody has checked may be somebody else's, and a refusal stands for the number, whoever has it.
      if (!point || point.health === 'unchecked' || !(KINDS[channel] as readonly string[]).includes(point.kind))
        return { ok: false, reason: 'not_found' };
      const { valueIndex } = point;
      const refusal = (await listOwnOptOuts(q, [valueIndex])).find((one) => one.channel === channel);
      if (on === !refusal) return { ok: true, changed: false };
      if (on && refusal!.source !== 'preference') return { ok: false, reason: 'their_word' };
      const now = deps.clock.now();
      if (on) await liftOptOut(q, channel, valueIndex, now);
      else await upsertOptOut(q, { id: deps.newId(), channel, valueIndex, since: now, source: 'preference' });
      await appendAudit(q, deps, {
        chain: officeChain(customer.officeId),
        actor: { kind: 'customer', id: customerId },
        action: on ? 'contact_point.opt_out_lifted' : 'contact_point.opt_out_set',
        subjectKind: 'contact_point',
        subjectId: contactPointId,
        detail: channel,
      });
      return { ok: true, changed: true };
    });
