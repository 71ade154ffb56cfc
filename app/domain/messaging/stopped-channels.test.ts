import { describe, expect, it } from 'vitest';
import { NOW } from '../../../tests/support/telling-attempts';
import { MINUTE } from '../clock';
import { NEW_CIRCUIT } from './circuit';
import { stoppedChannels } from './stopped-channels';

const open = { ...NEW_CIRCUIT, openUntil: NOW + MINUTE, updatedAt: NOW };

describe('what nothing goes by', () => {
  it('what people have stopped; of a channel not yet chosen, only when all are', () => {
    const sms = stoppedChannels([{ scope: 'sms' }], [], NOW);
    expect([sms('sms'), sms('email'), sms(null)]).toEqual(['paused', null, null]);
    const all = stoppedChannels([{ scope: 'all' }], [], NOW);
    expect([all('sms'), all(null), all('call_list')]).toEqual(['paused', 'paused', null]);
  });
  it('a channel none of whose providers works', () => {
    const stopped = (...circuits: (typeof open | null)[]) =>
      stoppedChannels([], circuits.map((circuit) => ({ channel: 'sms', circuit })), NOW)('sms'); // prettier-ignore
    expect(stopped(open)).toBe('provider_down');
    expect(stopped(open, open)).toBe('provider_down');
    expect(stopped(open, null)).toBe(null);
    // One message may try it now.
    expect(stopped({ ...open, openUntil: NOW })).toBe(null);
    expect(stopped()).toBe(null);
  });
});
