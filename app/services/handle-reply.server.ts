import { openCall } from '@db/queries/call-list.server';
import { findPersonToAnswer, lockOfficeReply, updateReply } from '@db/queries/reply-inbox.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { callDueAt } from '~/domain/messaging/call-due';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { findBar } from './view-reply.server';

export type ReplyWork = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

interface OnReply {
  staff: SignedInStaff;
  replyId: string;
}

/** Marks a customer's text as dealt with, without an answer. */
export const handleReply =
  (deps: Deps) =>
  async ({ staff, replyId }: OnReply): Promise<ReplyWork> =>
    deps.db.write(async (q) => {
      const reply = await lockOfficeReply(q, { id: replyId, officeId: staff.officeId });
      if (!reply) return { ok: false, reason: 'not_found' };
      if (reply.handledAt !== null) return { ok: true, changed: false };
      await updateReply(q, replyId, { handledAt: deps.clock.now(), handledBy: staff.id });
      await appendAudit(q, deps, { ...by(staff), action: 'reply.handled', ...aReply(replyId) });
      return { ok: true, changed: true };
    });

/** Puts a text that was marked as dealt with back among the open ones. */
export const reopenReply =
  (deps: Deps) =>
  async ({ staff, replyId }: OnReply): Promise<ReplyWork> =>
    deps.db.write(async (q) => {
      const reply = await lockOfficeReply(q, { id: replyId, officeId: staff.officeId });
      if (!reply) return { ok: false, reason: 'not_found' };
      if (reply.handledAt === null) return { ok: true, changed: false };
      await updateReply(q, replyId, { handledAt: null, handledBy: null });
      await appendAudit(q, deps, { ...by(staff), action: 'reply.reopened', ...aReply(replyId) });
      return { ok: true, changed: true };
    });

/** Puts the person on the call list instead, where no text may go back, and closes the text. One call for each text. */
export const callInsteadOfAnswer =
  (deps: Deps) =>
  async ({ staff, replyId }: OnReply): Promise<ReplyWork> =>
    deps.db.write(async (q) => {
      const reply = await lockOfficeReply(q, { id: replyId, officeId: staff.officeId });
      const person = reply?.customerId ? await findPersonToAnswer(q, reply.customerId) : null;
      if (!reply || !person) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      const bar = await findBar(q, reply);
      await openCall(q, {
        id: deps.newId(),
        officeId: person.officeId,
        customerId: person.id,
        appointmentId: reply.appointmentId,
        messageId: null,
        ownerId: person.adviserId,
        reason: bar === 'safety' ? 'safety' : 'no_other_way',
        cause: `reply:${replyId}`,
        dueAt: callDueAt(now, await getWorkingTime(q, person.officeId)),
        createdAt: now,
      });
      await updateReply(q, replyId, { handledAt: now, handledBy: staff.id });
      await appendAudit(q, deps, { ...by(staff), action: 'reply.call_opened', ...aReply(replyId) });
      return { ok: true, changed: true };
    });

const by = (staff: SignedInStaff) => ({
  chain: officeChain(staff.officeId),
  actor: { kind: 'staff' as const, id: staff.id },
});
const aReply = (id: string) => ({ subjectKind: 'reply', subjectId: id });
