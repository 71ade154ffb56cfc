import { receiveStatus } from '~/services/receive-status.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewTrouble } from '~/services/view-trouble.server';
import type { SendAnswer } from '~/adapters/messaging/sender';
import type { TroubleFilter } from '~/domain/messaging/trouble-view';
import type { TestDatabase } from './databases';
import { anEngine, type TestEngine } from './engine';
import { scriptedSender } from './scripted-sender';

/** A member of staff as the pages know them. */
export function memberOf(staff: TestEngine['adviser'], role: SignedInStaff['role']): SignedInStaff {
  const { id, officeId, firstName, lastName } = staff;
  return { kind: 'staff', id, officeId, role, firstName, lastName };
}

/** An engine on a Tuesday at ten whose provider says what the test wants, and the page of messages in trouble. */
export async function anOfficeInTrouble(database: TestDatabase) {
  let answer: SendAnswer | null = null;
  const sms = scriptedSender('sms', {
    answer: (message) => answer ?? { kind: 'accepted', providerId: `SM-${message.id}`, segments: 1 },
    reconcile: () => ({ kind: 'cannot_tell', ever: true, detail: 'not now' }),
  });
  const engine = await anEngine(database, { senders: [sms] });
  engine.deps.clock.set('2026-11-24T10:00:00Z');
  const sioned = memberOf(engine.adviser, 'adviser');
  let people = 0;
  const newMobile = () => `+447700900${200 + (people += 1)}`;
  const view = (filter: Partial<TroubleFilter> = {}, staff = sioned) =>
    viewTrouble(engine.deps)({ staff, filter: { show: null, cause: null, ...filter } });

  return {
    engine,
    sioned,
    view,
    newMobile,
    /** Twilio says this from now on. */
    answers: (next: SendAnswer) => (answer = next),
    /** As the engine's own, each to somebody else: a number that two people have gets nothing. */
    async due(fields: Parameters<TestEngine['due']>[0] = {}) {
      const { id: customerId } = await engine.customer({ mobile: newMobile() });
      return engine.due({ customerId, ...fields });
    },
    /** Every row, as "cause, what happens next, who is to phone". */
    async rows(filter: Partial<TroubleFilter> = {}) {
      return (await view(filter)).rows.map(({ cause, next, call }) =>
        [cause, next.kind, ...(call ? [call.owner?.firstName ?? 'somebody'] : [])].join(' '),
      );
    },
    news: (messageId: string, providerStatus: string, errorCode: string | null = null) =>
      receiveStatus(engine.deps)({
        ...{ provider: 'twilio', messageId, providerId: `SM-${messageId}`, providerStatus, errorCode },
      }),
  };
}

export type OfficeInTrouble = Awaited<ReturnType<typeof anOfficeInTrouble>>;
