import { describe, expect, it } from 'vitest';
import { MINUTE } from '../clock';
import { NEW_CIRCUIT } from './circuit';
import { stoppagesOf, type Stoppage, type WayOut } from './stoppage';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const works = { ...NEW_CIRCUIT, failures: 3, updatedAt: NOW };
const down = { ...NEW_CIRCUIT, failures: 5, openUntil: NOW + MINUTE, updatedAt: NOW };
const tried = { ...down, openUntil: NOW - 1, trialId: 'm', trialUntil: NOW + MINUTE };
const faulty = (since: number) => ({ ...down, faultSince: since, faultCode: '20003' });
const way = (channel: WayOut['channel'], state: WayOut['state'] = null): WayOut => ({ channel, state });
const paused = (scope: 'all' | 'sms' | 'email', since = 1) => ({ scope, reason: 'paused' as const, since });
const restored = { scope: 'all' as const, reason: 'restored' as const, since: 7 };

describe('what keeps messages from going out', () => {
  it.each<[string, Parameters<typeof stoppagesOf>[0], WayOut[], Stoppage[]]>([
    ['nothing', [], [way('sms'), way('email', works)], []],
    ['a pause of everything', [paused('all', 5)], [way('sms')], [{ kind: 'paused', scope: 'all', since: 5 }]],
    [
      'a pause of one channel',
      [paused('sms', 5)],
      [way('sms'), way('email')],
      [{ kind: 'paused', scope: 'sms', since: 5 }],
    ],
    [
      'pauses of two',
      [paused('email', 6), paused('sms', 5)],
      [way('sms')],
      [
        { kind: 'paused', scope: 'sms', since: 5 },
        { kind: 'paused', scope: 'email', since: 6 },
      ],
    ],
    [
      'a pause of everything and of one',
      [paused('sms', 4), paused('all', 5)],
      [way('sms', down)],
      [{ kind: 'paused', scope: 'all', since: 5 }],
    ],
    ['a copy, and whatever else', [paused('all'), restored], [way('sms', down)], [{ kind: 'not_armed', since: 7 }]],
    ['a channel that is down', [], [way('sms', down), way('email')], [{ kind: 'down', scope: 'sms', since: null }]],
    ['one that is being tried', [], [way('sms', tried)], [{ kind: 'down', scope: 'sms', since: null }]],
    [
      'one that is due to be tried',
      [],
      [way('sms', { ...down, openUntil: NOW - 1 })],
      [{ kind: 'down', scope: 'sms', since: null }],
    ],
    ['a fault of ours', [], [way('sms', faulty(9))], [{ kind: 'down', scope: 'sms', since: 9 }]],
    [
      'faults with two providers: since the later',
      [],
      [way('sms', faulty(9)), way('sms', faulty(12))],
      [{ kind: 'down', scope: 'sms', since: 12 }],
    ],
    [
      'a fault with one, and another that is down',
      [],
      [way('sms', faulty(9)), way('sms', down)],
      [{ kind: 'down', scope: 'sms', since: null }],
    ],
    ['one provider, while another works', [], [way('sms', down), way('sms', works)], []],
    ['one provider, while another has never had trouble', [], [way('sms', faulty(3)), way('sms')], []],
    [
      'a channel that is down and paused',
      [paused('sms', 5)],
      [way('sms', down)],
      [{ kind: 'paused', scope: 'sms', since: 5 }],
    ],
    ['a channel that this service does not have', [], [], []],
    ['people who phone are never stopped', [], [way('call_list', down)], []],
  ])('%s', (_what, holds, ways, expected) => {
    expect(stoppagesOf(holds, ways, NOW)).toEqual(expected);
  });
});
