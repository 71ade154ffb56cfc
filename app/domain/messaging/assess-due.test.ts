import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { assessDue, type DueReminder } from './assess-due';

const NOW = Date.parse('2026-11-23T10:00:00Z');

function due(
  overrides: Partial<Omit<DueReminder, 'appointment'>> & { appointment?: Partial<DueReminder['appointment']> } = {},
): DueReminder {
  const { appointment, ...rest } = overrides;
  return {
    rule: 'one_day_before',
    version: 1,
    ruleNotBefore: NOW,
    sendBy: NOW + 23 * HOUR,
    others: [],
    allowedFrom: NOW,
    sameDay: 'call_list',
    ...rest,
    appointment: {
      ...{ version: 1, status: 'booked', startsAt: NOW + 24 * HOUR, confirmedAt: null, cannotComeAt: null },
      ...appointment,
    },
  };
}
const other = (fields: Partial<DueReminder['others'][number]>): DueReminder['others'][number] => ({
  ...{ rule: 'booked', ruleNotBefore: NOW - HOUR, notBefore: NOW - HOUR, status: 'delivered' },
  ...fields,
});

describe('a due reminder', () => {
  it.each<[string, DueReminder, ReturnType<typeof assessDue>]>([
    ['that is still right goes', due(), { act: 'send' }],
    [
      'of an older version is superseded',
      due({ appointment: { version: 2 } }),
      { act: 'end', status: 'superseded', reason: 'changed_since' },
    ],
    [
      'of a cancelled appointment is cancelled',
      due({ appointment: { status: 'cancelled_by_customer' } }),
      { act: 'end', status: 'cancelled', reason: 'cancelled_by_customer' },
    ],
    [
      'about the cancellation goes',
      due({ rule: 'cancelled', appointment: { status: 'cancelled_by_office' } }),
      { act: 'send' },
    ],
    [
      'about a missed appointment goes',
      due({ rule: 'missed', appointment: { status: 'failed_to_attend', startsAt: NOW - HOUR } }),
      { act: 'send' },
    ],
    [
      'for someone who said they cannot come is left out',
      due({ appointment: { cannotComeAt: NOW - HOUR } }),
      { act: 'end', status: 'suppressed', reason: 'cannot_come' },
    ],
    [
      'for someone who then said they can goes',
      due({ appointment: { cannotComeAt: NOW - HOUR, confirmedAt: NOW - MINUTE } }),
      { act: 'send' },
    ],
    ['past its time is over, and a call', due({ sendBy: NOW - 1 }), { act: 'expire', callList: true }],
    ['on its last moment goes', due({ sendBy: NOW }), { act: 'send' }],
    [
      'past its time is over, and no call when another message is out',
      due({ sendBy: NOW - 1, others: [other({ status: 'accepted' })] }),
      { act: 'expire', callList: false },
    ],
    [
      'past its time and past the meeting is over, and no call',
      due({ sendBy: NOW - 1, appointment: { startsAt: NOW } }),
      { act: 'expire', callList: false },
    ],
    [
      'gives way to a later rule that is due',
      due({ rule: 'three_days_before', ruleNotBefore: NOW - HOUR, others: [planned('one_day_before', NOW)] }),
      { act: 'end', status: 'superseded', reason: 'merged' },
    ],
    [
      'gives way to a later rule that another worker has just sent',
      due({
        rule: 'three_days_before',
        ruleNotBefore: NOW - HOUR,
        others: [other({ rule: 'one_day_before', ruleNotBefore: NOW, notBefore: NOW, status: 'claimed' })],
      }),
      { act: 'end', status: 'superseded', reason: 'merged' },
    ],
    [
      'does not give way to a later one that came to nothing',
      due({
        rule: 'three_days_before',
        ruleNotBefore: NOW - HOUR,
        others: [other({ rule: 'one_day_before', ruleNotBefore: NOW, notBefore: NOW, status: 'failed' })],
      }),
      { act: 'send' },
    ],
    [
      'does not give way to a call that is on the list',
      due({ others: [other({ rule: 'same_day', ruleNotBefore: NOW + HOUR, notBefore: NOW, status: 'accepted' })] }),
      { act: 'send' },
    ],
    [
      'does not give way to an earlier one',
      due({ others: [planned('three_days_before', NOW - HOUR)] }),
      { act: 'send' },
    ],
    ['does not give way to one that is not due', due({ others: [planned('same_day', NOW + HOUR)] }), { act: 'send' }],
    ['waits for the morning', due({ allowedFrom: NOW + 8 * HOUR }), { act: 'hold', until: NOW + 8 * HOUR }],
    [
      'that cannot wait for the morning is a call',
      due({ allowedFrom: NOW + 8 * HOUR, sendBy: NOW + 7 * HOUR }),
      { act: 'call', reason: 'out_of_time' },
    ],
    [
      'that cannot wait, about a meeting that is over, is given up',
      due({
        rule: 'missed',
        appointment: { status: 'failed_to_attend' },
        allowedFrom: NOW + 8 * HOUR,
        sendBy: NOW + 1,
      }),
      { act: 'expire', callList: false },
    ],
    [
      'that the office calls it off, too late to be sent, is a call: they would come for nothing',
      due({ rule: 'cancelled', appointment: { status: 'cancelled_by_office' }, sendBy: NOW - 1 }),
      { act: 'expire', callList: true },
    ],
    [
      'that the office calls it off, and cannot wait for the morning, is a call',
      due({
        rule: 'cancelled',
        appointment: { status: 'cancelled_by_office' },
        ...{ allowedFrom: NOW + 8 * HOUR, sendBy: NOW + 7 * HOUR },
      }),
      { act: 'call', reason: 'out_of_time' },
    ],
    [
      'about what they called off themselves, too late to be sent, is no call',
      due({ rule: 'cancelled', appointment: { status: 'cancelled_by_customer' }, sendBy: NOW - 1 }),
      { act: 'expire', callList: false },
    ],
    ['on the day is a call', due({ rule: 'same_day' }), { act: 'call', reason: 'not_confirmed' }],
    [
      'on the day is a call although the night is not over',
      due({ rule: 'same_day', allowedFrom: NOW + HOUR }),
      { act: 'call', reason: 'not_confirmed' },
    ],
    [
      'on the day is left out after an answer',
      due({ rule: 'same_day', appointment: { confirmedAt: NOW - HOUR } }),
      { act: 'end', status: 'suppressed', reason: 'confirmed' },
    ],
    [
      'on the day is left out when the last message arrived',
      due({ rule: 'same_day', others: [other({ status: 'failed', notBefore: NOW - 2 * HOUR }), other({})] }),
      { act: 'end', status: 'suppressed', reason: 'delivered' },
    ],
    [
      'on the day is a call when only an earlier message arrived',
      due({ rule: 'same_day', others: [other({ notBefore: NOW - 2 * HOUR }), other({ status: 'sent' })] }),
      { act: 'call', reason: 'not_confirmed' },
    ],
  ])('%s', (_name, reminder, decision) => {
    expect(assessDue(reminder, NOW)).toEqual(decision);
  });
});

function planned(rule: DueReminder['rule'], at: number) {
  return other({ rule, ruleNotBefore: at, notBefore: at, status: 'planned' });
}
