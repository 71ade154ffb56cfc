import type { Queryable } from '@db/client.server';
import type { ClaimContext } from '@db/queries/claim-context.server';
import {
  insertFormatRequests,
  listMeetingRequests,
  lockOfficeRequest,
  updateFormatRequest,
} from '@db/queries/format-requests.server';
import type { MessageRow } from '@db/queries/messages.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Actor } from '~/domain/access/role';
import { paperDueOn } from '~/domain/assisted/format-due';
import type { RequestedPaper } from '~/domain/assisted/format-request';
import { isOpenRequest } from '~/domain/assisted/format-wants';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { requestIdOf } from './keep-format-requests.server';
import { noteRequests } from './note-requests.server';

/** The forms that a supplier makes of a paper for whoever needs them. */
const MADE_BY_SUPPLIERS = ['braille', 'audio'] as const;

/**
 * Asks for a paper in the forms that its reader needs and that we cannot make ourselves, in the transaction in which the ordinary
 * paper goes out: that one goes all the same, so that nothing is late. Once for each meeting as it stands; once for each letter
 * that is about none.
 * @param about.key of the letter, where it is about no meeting.
 */
export async function askForPaper(
  q: Queryable,
  deps: Deps,
  about: {
    customer: { id: string; officeId: string; adviserId: string | null };
    needs: readonly string[];
    paper: RequestedPaper;
    meeting: { id: string; startsAt: number; officeId: string; adviserId: string } | null;
    key: string;
    /** The colleague who sends the letter; left out: the worker does. */
    by?: Actor;
  },
): Promise<void> {
  const { customer, needs, paper, meeting, key } = about;
  const kinds = MADE_BY_SUPPLIERS.filter((kind) => needs.includes(kind));
  if (kinds.length === 0) return;
  const now = deps.clock.now();
  const officeId = meeting?.officeId ?? customer.officeId;
  const { zone, holidays } = await getWorkingTime(q, officeId);
  const dayOf = (at: number) => wallClockOf(at, zone).date;
  const before = meeting ? await listMeetingRequests(q, [customer.id]) : [];
  for (const kind of kinds) {
    const id = requestIdOf(deps, meeting?.id ?? key, `${kind} ${paper}`);
    const asked = {
      ...{ kind, paper, appointmentId: meeting?.id ?? null, meetsAt: meeting?.startsAt ?? null },
      ...{ ownerId: meeting?.adviserId ?? customer.adviserId, state: 'to_arrange' as const, askedAt: now },
      ...{ askedBy: 'worker' as const, updatedAt: now, closedAt: null, chasedAt: null },
      dueOn: paperDueOn(meeting && dayOf(meeting.startsAt), dayOf(now), holidays),
    };
    const known = before.find((one) => one.id === id);
    const stands = known?.meetsAt === asked.meetsAt && (isOpenRequest(known.state) || known.state === 'done');
    if (known && stands) continue;
    if (known) await updateFormatRequest(q, id, asked);
    else await insertFormatRequests(q, [{ id, customerId: customer.id, officeId, ...asked }]);
    const action = known ? 'format_request.asked_again' : 'format_request.asked';
    await noteRequests(q, deps, [{ id, officeId, action, detail: `${kind} ${paper}` }], about.by);
  }
}

/** Calls off what was asked for with a letter that is taken back before it was posted. On record. Twice is once. */
export async function callOffPaper(
  q: Queryable,
  deps: Deps,
  letter: { key: string; papers: readonly RequestedPaper[]; officeId: string; by: Actor },
): Promise<void> {
  const { key, papers, officeId, by } = letter;
  const now = deps.clock.now();
  for (const paper of papers) {
    for (const kind of MADE_BY_SUPPLIERS) {
      const id = requestIdOf(deps, key, `${kind} ${paper}`);
      const row = await lockOfficeRequest(q, { id, officeId });
      if (!row || !isOpenRequest(row.state)) continue;
      const updatedAt = Math.max(now, row.updatedAt + 1);
      await updateFormatRequest(q, id, { state: 'cancelled', closedAt: now, updatedAt });
      await noteRequests(q, deps, [{ id, officeId, action: 'format_request.called_off', detail: row.state }], by);
    }
  }
}

/** The same for a letter about a meeting, or one that says who their adviser is, as the engine claims it. */
export async function askForLetterForms(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  context: ClaimContext,
): Promise<void> {
  const meeting = context.appointments.get(message.appointmentId ?? '') ?? null;
  const customer = context.customers.get(message.customerId ?? meeting?.customerId ?? '');
  // What a colleague sent is asked for as it is sent, when what it is is known.
  if (!customer || message.purpose === 'notice') return;
  const needs = context.letterNeeds.get(customer.id) ?? [];
  const paper = meeting ? 'appointment_letter' : 'other';
  await askForPaper(q, deps, { customer, needs, paper, meeting, key: message.id });
}
