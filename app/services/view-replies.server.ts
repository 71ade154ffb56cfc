import type { Queryable } from '@db/client.server';
import { findOffice } from '@db/queries/office-day.server';
import {
  listAnswerAttempts,
  listHandledReplies,
  listOpenReplies,
  listReplyOwners,
  type findOfficeReply,
} from '@db/queries/reply-inbox.server';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { MessageStatus } from '~/domain/messaging/message';
import type { ReplyMeaning } from '~/domain/messaging/reply';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** What went back, and what became of it. */
export interface GivenAnswer {
  body: string;
  status: MessageStatus;
  /** The start of the stored reason, where it was not sent. */
  reason: string | null;
  at: number;
}

/** A text that came from a customer, as their adviser sees it. */
export interface InboxReply {
  id: string;
  /** Whose number it came from: nobody's any more, one customer's, or those of several who share it. */
  owners: PersonName[];
  text: string;
  meaning: ReplyMeaning;
  receivedAt: number;
  appointment: { id: string; startsAt: number } | null;
  /** What the engine said by itself. */
  automatic: GivenAnswer | null;
  /** What a colleague answered last. */
  answer: GivenAnswer | null;
  handled: { at: number; by: { firstName: string; lastName: string } | null } | null;
}

export interface RepliesPage {
  office: { name: string; zone: string };
  now: number;
  show: 'mine' | 'office';
  open: InboxReply[];
  handled: InboxReply[];
}

export type ReplyRow = NonNullable<Awaited<ReturnType<typeof findOfficeReply>>>;

const OPEN_AT_MOST = 100;
const HANDLED_AT_MOST = 30;
/** Days back in which a text that was dealt with is still shown. */
const HANDLED_DAYS = 7;

/**
 * The texts of an office's customers: open ones first, oldest first, then what was dealt with in the last seven days.
 * @param input.show `mine` for the viewer's own customers and nobody's in particular; a manager sees the office's at first.
 */
export const viewReplies =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; show: string | null }): Promise<RepliesPage> => {
    const { staff } = input;
    const now = deps.clock.now();
    const asked = input.show === 'mine' || input.show === 'office' ? input.show : null;
    const show = asked ?? (staff.role === 'adviser' ? 'mine' : 'office');
    const scope = { officeId: staff.officeId, adviserId: show === 'mine' ? staff.id : null };
    const page = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const open = await listOpenReplies(q, { ...scope, limit: OPEN_AT_MOST });
      const since = now - HANDLED_DAYS * DAY;
      const handled = await listHandledReplies(q, { ...scope, since, limit: HANDLED_AT_MOST });
      const shown = await showReplies(q, deps, staff.officeId, [...open, ...handled]);
      return {
        office: { name: office.name, zone: office.timeZone },
        now,
        show,
        open: shown.slice(0, open.length),
        handled: shown.slice(open.length),
      } as const;
    });
    await recordRead(deps)({
      reader: staff,
      action: 'replies.read',
      subjectKind: 'office',
      subjectId: staff.officeId,
      detail: show,
    });
    return page;
  };

/** Opens the texts and finds their owners and answers, in two queries however many there are. */
export async function showReplies(
  q: Queryable,
  deps: Deps,
  officeId: string,
  rows: readonly ReplyRow[],
): Promise<InboxReply[]> {
  if (rows.length === 0) return [];
  const owners = await listReplyOwners(q, {
    officeId,
    customerIds: unique(rows.map(({ reply }) => reply.customerId)),
    senderIndexes: unique(rows.map(({ reply }) => (reply.customerId ? null : reply.senderIndex))),
  });
  const attempts = await listAnswerAttempts(q, {
    recipientIndexes: unique(rows.map(({ reply }) => reply.senderIndex)),
    since: Math.min(...rows.map(({ reply }) => reply.receivedAt)),
  });
  return rows.map(({ reply, appointment, handler }) => {
    const toSender = attempts.filter((one) => one.recipientIndex === reply.senderIndex);
    // The engine answers at the very instant at which the text came.
    const automatic = toSender.find((one) => one.createdAt === reply.receivedAt && one.attempt === 1);
    const answer = toSender.find((one) => one.id === reply.answerId);
    const whose = owners.filter((one) =>
      reply.customerId ? one.id === reply.customerId : one.valueIndex === reply.senderIndex,
    );
    return {
      id: reply.id,
      owners: [...new Map(whose.map(({ id, firstName, lastName }) => [id, { id, firstName, lastName }])).values()],
      text: deps.vault.open(reply.body),
      meaning: reply.meaning,
      receivedAt: reply.receivedAt,
      appointment,
      automatic: automatic && automatic.id !== answer?.id ? shownAnswer(deps, automatic, toSender) : null,
      answer: answer ? shownAnswer(deps, answer, toSender) : null,
      handled: reply.handledAt === null ? null : { at: reply.handledAt, by: handler },
    };
  });
}

type Attempt = Awaited<ReturnType<typeof listAnswerAttempts>>[number];

/** An answer that was tried again has the same sealed words: the last attempt says what became of it. */
function shownAnswer(deps: Deps, first: Attempt, attempts: readonly Attempt[]): GivenAnswer {
  const last = attempts.findLast((one) => one.body === first.body) ?? first;
  return {
    body: first.body === null ? '' : deps.vault.open(first.body),
    status: last.status,
    reason: last.reason?.split(':')[0] ?? null,
    at: last.at,
  };
}

const unique = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
