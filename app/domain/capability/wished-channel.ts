import type { Channel } from '../messaging/channel';
import type { WishedWay } from './answers';

/** The channel of messages that each way asks for; null: none in particular, whatever works best. */
const CHANNEL_OF: Record<WishedWay, Channel | null> = {
  text: 'sms',
  email: 'email',
  phone: 'call_list',
  letter: 'letter',
  // Meeting is no channel; a person's call is what comes nearest.
  face_to_face: 'call_list',
  no_preference: null,
};

/**
 * The channel to prefer, by how somebody wants the office to be in touch, where that is not what is on record.
 * @returns undefined when nothing is to be changed: it is the same, or they do not mind.
 */
export function channelToSet(way: WishedWay, onRecord: Channel | null): Channel | undefined {
  const channel = CHANNEL_OF[way];
  return channel === null || channel === onRecord ? undefined : channel;
}
