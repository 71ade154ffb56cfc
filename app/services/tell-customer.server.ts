import type { Queryable } from '@db/client.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { findLevel } from '@db/queries/profile-checks.server';
import { listOptOuts } from '@db/queries/opt-outs.server';
import { listContactPoints, listSharedValues } from '@db/queries/reach.server';
import { calledName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { Channel } from '~/domain/messaging/channel';
import { SENT_ALL_THE_SAME, type MessagePurpose } from '~/domain/messaging/message';
import { chooseChannel } from '~/domain/messaging/choose-channel';
import { allowedForPerson } from '~/domain/reminder/quiet-hours';
import type { MessageText } from '~/i18n/messages';
import type { Deps } from './deps';
import { policiesFor } from './policies.server';
import { letterAddress } from './queue-letter.server';
import { queueMessage } from './queue-message.server';

type Person = NonNullable<Awaited<ReturnType<typeof findCustomerWithOffice>>>;

/** A text or an email to a customer that is not about an appointment's time: a step, a work club, an answer. */
export interface Telling {
  /** The message's own id, where it must be queued once; a new one, unless told otherwise. */
  id?: string;
  customerId: string;
  purpose: Exclude<MessagePurpose, 'reminder' | 'sign_in_code'>;
  appointmentId?: string | null;
  /** From when it is of use (ms); now, unless told otherwise. It waits for the end of the quiet hours, the person's too. */
  from?: number;
  /** The instant after which it is worth nothing (ms). */
  sendBy: number;
  requestId: string | null;
  /** Their words; `customer.firstName` is what they are called. To a person whose messages others may see they name neither the place nor the purpose. */
  write: (to: Person & { channel: 'sms' | 'email' }) => MessageText;
  /**
   * The words of a letter, for news that is worth one: it goes to whoever prefers post, or whom nothing else can reach, a
   * telephone neither. Without it nobody gets a letter.
   */
  letter?: (to: Person) => MessageText;
  /** Ways by which this has not reached them already. */
  tried?: readonly Channel[];
}

const WRITTEN: readonly Channel[] = ['sms', 'email'];
const WITH_POST: readonly Channel[] = [...WRITTEN, 'voice', 'letter'];

/**
 * Queues a text or an email, or where that is wanted a letter, by the way that works for this person, in the transaction
 * that causes it.
 * @returns false where there is no such way, or it would come too late; who must be told all the same is the caller's to see to.
 * @throws when there is no such customer.
 */
export async function tellCustomer(q: Queryable, deps: Deps, telling: Telling): Promise<boolean> {
  const person = await findCustomerWithOffice(q, telling.customerId);
  if (!person) throw new Error('no such customer');
  const { office } = person;
  const customer = { ...person.customer, firstName: calledName(person.customer) };
  const to = { ...person, customer };
  const from = Math.max(telling.from ?? 0, deps.clock.now());
  const policy = (await policiesFor(q, deps.policy, [office.id], from))({ officeId: office.id, kind: '' });
  const notBefore = allowedForPerson(from, policy, customer, office.timeZone);
  if (notBefore > telling.sendBy) return false;

  const points = await listContactPoints(q, [customer.id]);
  const values = points.map((point) => point.valueIndex);
  const shared = new Set(await listSharedValues(q, values));
  const optOuts = groupBy(await listOptOuts(q, values), ({ valueIndex }) => valueIndex);
  const allTheSame = (SENT_ALL_THE_SAME as readonly string[]).includes(telling.purpose);
  const home = points.find(({ kind, health }) => kind === 'post' && health !== 'dead');
  const address = home && letterAddress(deps, person.customer, home);
  const letter = address === undefined ? undefined : telling.letter?.(to);
  const choice = chooseChannel(
    {
      // Whoever likes to be phoned still has to see, in writing and at once, that their account has changed. A call by
      // our own voice says nothing but times and codes: who likes that best gets a text.
      preferred: allTheSame || customer.preferredChannel === 'voice' ? null : customer.preferredChannel,
      // Without a letter there is nothing that it could change, and whoever records what came of a meeting reads no profile.
      level: allTheSame || !letter ? null : await findLevel(q, customer.id),
      noMessages: customer.noMessages,
      letterInTime: letter !== undefined && canPrint(deps, address!, letter),
      contactPoints: points.map((point) => ({
        ...point,
        shared: shared.has(point.valueIndex),
        optedOut: (optOuts.get(point.valueIndex) ?? [])
          .filter(({ source }) => !(allTheSame && source === 'preference'))
          .map(({ channel }) => channel),
      })),
    },
    telling.tried ?? [],
    (letter ? WITH_POST : WRITTEN).filter(
      (one) => one === 'voice' || deps.senders.some(({ channel }) => channel === one),
    ),
  );
  // A number that can only be rung is for a colleague to ring.
  if (choice.channel === 'voice' || choice.channel === 'call_list') return false;
  const point = points.find(({ id }) => id === choice.contactPointId);
  if (!point) throw new Error('a contact point was chosen that is not there');
  const { channel } = choice;
  await queueMessage(q, deps, {
    id: telling.id,
    purpose: telling.purpose,
    channel,
    ...(channel === 'letter'
      ? { ...letter!, recipient: letterAddress(deps, person.customer, point), recipientIndex: point.valueIndex }
      : { ...telling.write({ ...to, channel }), recipient: deps.vault.open(point.value) }),
    customerId: customer.id,
    appointmentId: telling.appointmentId ?? null,
    language: customer.language,
    notBefore,
    sendBy: telling.sendBy,
    requestId: telling.requestId,
  });
  return true;
}

/** False where the sheet would be maimed: a letter of a name that the font lacks, an address too long for its window. */
function canPrint(deps: Deps, recipient: string, { subject, body }: MessageText): boolean {
  return deps.letterPress.canPrint({ recipient, sender: '', subject: subject ?? '', body });
}
