import { expect, it } from 'vitest';
import { isStepReminderDue, stepReminderWindow } from './step-reminder';

const at = (text: string) => Date.parse(text);
const step = { dueOn: '2026-11-27', doneAt: null, endedAt: null, setAt: at('2026-11-20T12:00:00Z') };
const wish = { on: true, daysBefore: 1 };
const due = (changed: object, now: string, wished = wish) =>
  isStepReminderDue({ ...step, ...changed }, wished, 'Europe/London', at(now));

it.each([
  ['at ten the day before', {}, '2026-11-26T10:00:00Z', true],
  ['not a moment sooner', {}, '2026-11-26T09:59:59Z', false],
  ['after a worker was away, the same day', {}, '2026-11-26T18:59:59Z', true],
  ['not in the evening', {}, '2026-11-26T19:00:00Z', false],
  ['not of a step that is done', { doneAt: 1 }, '2026-11-26T10:00:00Z', false],
  ['not of one that was taken off', { endedAt: 1 }, '2026-11-26T10:00:00Z', false],
  ['not of one that was agreed that day', { setAt: at('2026-11-26T11:00:00Z') }, '2026-11-26T12:00:00Z', false],
])('is due %s', (_name, changed, now, is) => expect(due(changed, now)).toBe(is));

it('is due as many days before as was wished for, and never against a wish', () => {
  expect(due({}, '2026-11-20T13:00:00Z', { on: true, daysBefore: 7 })).toBe(false);
  expect(due({ setAt: 0 }, '2026-11-20T13:00:00Z', { on: true, daysBefore: 7 })).toBe(true);
  expect(due({}, '2026-11-26T10:00:00Z', { on: false, daysBefore: 1 })).toBe(false);
});
it('keeps to the clock on the wall through a change of the clocks', () => {
  expect(stepReminderWindow('2026-10-26', 1, 'Europe/London').from).toBe(at('2026-10-25T10:00:00Z'));
  expect(stepReminderWindow('2026-10-25', 1, 'Europe/London').from).toBe(at('2026-10-24T09:00:00Z'));
});
