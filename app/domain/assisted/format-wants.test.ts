import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, weekdayOf } from '../time/wall-clock';
import { workingDaysBetween } from '../time/working-days';
import { paperDueOn, personDueOn } from './format-due';
import { readNewRequest, readRequest } from './format-form';
import { requestChanges, type MeetingToKeep, type RequestOnRecord } from './format-wants';
import { chaseStage, peopleNeeded } from './readiness';

const NOW = 1_000;
const meeting = (fields: Partial<MeetingToKeep> = {}) => ({ id: 'm', startsAt: 5_000, stands: true, ...fields });
const request = (fields: Partial<RequestOnRecord> = {}): RequestOnRecord => ({
  ...{ id: 'r', kind: 'bsl', appointmentId: 'm', meetsAt: 5_000, isPaper: false, state: 'booked', byStaff: false },
  ...fields,
});

describe('what changes in the requests of a meeting', () => {
  const bsl = new Set(['bsl']);
  test.each([
    ['a need and no request', bsl, meeting(), [], ['ask']],
    ['a need and a request', bsl, meeting(), [request()], []],
    ['a meeting at another time', bsl, meeting({ startsAt: 6_000 }), [request()], ['ask_again']],
    ['a meeting that is off', bsl, meeting({ stands: false }), [request()], ['call_off']],
    ['a meeting that stands again', bsl, meeting(), [request({ state: 'cancelled' })], ['ask_again']],
    ['a need that is gone', new Set<string>(), meeting(), [request()], ['call_off']],
    ['no need, but asked for by hand', new Set<string>(), meeting(), [request({ byStaff: true })], []],
    ['something that cannot be had', bsl, meeting(), [request({ state: 'cannot' })], []],
    ['a meeting that is over', bsl, meeting({ startsAt: 500 }), [request({ meetsAt: 500 })], ['finish']],
    ['a paper for a meeting that moved', new Set<string>(), meeting({ startsAt: 6_000 }), [request({ kind: 'braille', isPaper: true })], ['call_off']], // prettier-ignore
    ['needs that nobody comes for', new Set(['braille', 'large_print']), meeting(), [], []],
  ])('%s', (_, needs, one, requests, expected) =>
    expect(requestChanges(needs, [one], requests, NOW).map((change) => change.do)).toEqual(expected),
  );

  it('is nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.subarray(['bsl', 'interpreter', 'braille']),
        fc.array(fc.record({ startsAt: fc.integer({ min: 500, max: 2_000 }), stands: fc.boolean() }), { maxLength: 4 }),
        fc.infiniteStream(fc.constantFrom('to_arrange', 'asked', 'booked', 'done', 'cannot', 'cancelled')),
        fc.infiniteStream(fc.boolean()),
        (told, times, states, flags) => {
          const needs = new Set(told);
          const meetings = times.map((one, n) => ({ ...one, id: `m${n}` }));
          const next = <T>(stream: Iterator<T>) => stream.next().value as T;
          let rows: RequestOnRecord[] = meetings.flatMap((one) =>
            next(flags)
              ? [
                  request({
                    ...{ id: `${one.id} bsl`, appointmentId: one.id, state: next(states), byStaff: next(flags) },
                    meetsAt: next(flags) ? one.startsAt : 1,
                  }),
                ]
              : [],
          );
          for (const change of requestChanges(needs, meetings, rows, NOW)) {
            if (change.do === 'ask') {
              const { kind, meeting: about } = change;
              rows.push(request({ id: `${about.id} ${kind}`, kind, appointmentId: about.id, meetsAt: about.startsAt, state: 'to_arrange' })); // prettier-ignore
              continue;
            }
            rows = rows.map((row) => {
              if (row.id !== change.id) return row;
              if (change.do === 'ask_again') return { ...row, state: 'to_arrange', meetsAt: change.meeting.startsAt };
              return { ...row, state: change.do === 'call_off' ? 'cancelled' : 'done' };
            });
          }
          expect(requestChanges(needs, meetings, rows, NOW)).toEqual([]);
          for (const one of meetings.filter(({ stands, startsAt }) => stands && startsAt > NOW))
            for (const kind of ['bsl', 'interpreter'])
              if (needs.has(kind))
                expect(rows.some((row) => row.kind === kind && row.appointmentId === one.id && row.meetsAt === one.startsAt)).toBe(true); // prettier-ignore
        },
      ),
    );
  });
});

describe('whether a meeting is ready', () => {
  const about = { startsAt: 5_000 };
  test.each([
    ['nobody is needed', [], [], []],
    ['nobody was asked', ['bsl'], [], ['no']],
    ['the supplier was asked', ['bsl'], [request({ state: 'asked' })], ['no']],
    ['somebody is booked', ['bsl'], [request()], ['yes']],
    ['somebody is booked for another time', ['bsl'], [request({ meetsAt: 4_000 })], ['no']],
    ['it was called off', ['bsl'], [request({ state: 'cancelled' })], ['no']],
    ['a paper does not count', ['bsl'], [request({ isPaper: true })], ['no']],
    ['two are needed', ['bsl', 'interpreter'], [request()], ['yes', 'no']],
  ])('%s', (_, needs, requests, ready) =>
    expect(peopleNeeded(needs, requests, about).map((one) => (one.ready ? 'yes' : 'no'))).toEqual(ready),
  );
});

describe('how pressing a request is', () => {
  const none = new Set<string>();
  // 2026-11-24 is a Tuesday.
  test.each([
    ['due in a week', 'to_arrange', '2026-12-01', '2026-12-08', 'none'],
    ['due in two working days', 'asked', '2026-11-26', '2026-12-03', 'soon'],
    ['due yesterday', 'to_arrange', '2026-11-23', '2026-11-30', 'late'],
    ['two working days before the meeting', 'asked', '2026-11-24', '2026-11-26', 'with_manager'],
    ['booked, however near', 'booked', '2026-11-20', '2026-11-24', 'none'],
    ['a paper that is late', 'asked', '2026-11-23', null, 'late'],
    ['a paper that is very late', 'asked', '2026-11-18', null, 'with_manager'],
  ] as const)('%s', (_, state, dueOn, meetingOn, stage) =>
    expect(chaseStage({ state, dueOn, meetingOn }, '2026-11-24', none)).toBe(stage),
  );
});

describe('by which day', () => {
  it.each([
    ['2026-12-10', '2026-11-24', '2026-12-03'],
    ['2026-11-26', '2026-11-24', '2026-11-24'],
  ])('somebody is booked for a meeting on %s, seen on %s: %s', (on, today, due) =>
    expect(personDueOn(on, today, new Set())).toBe(due),
  );
  it('is never before today, and a working day where there is time', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), (start, ahead) => {
        const today = addDays('2026-01-01', start);
        const on = addDays(today, ahead);
        const due = personDueOn(on, today, new Set());
        expect(due >= today).toBe(true);
        if (due > today) {
          expect(weekdayOf(due)).toBeLessThanOrEqual(5);
          expect(workingDaysBetween(due, addDays(on, -1), new Set())).toBe(4);
        }
        expect(paperDueOn(on, today, new Set()) >= today).toBe(true);
      }),
    );
  });
});

describe('what a colleague says of a request', () => {
  const said = { state: 'booked', supplier: 'Dwylo', reference: '', due: '2026-12-01', note: '' };
  test.each([
    ['all of it', {}, undefined],
    ['nobody by name', { supplier: ' ' }, { supplier: 'who_is_booked' }],
    ['cannot, and why not', { state: 'cannot' }, { note: 'reason_missing' }],
    ['called off', { state: 'cancelled' }, { state: 'choose_state' }],
    ['no day', { due: 'soon' }, { due: 'due_missing' }],
  ])('%s', (_, more, problems) => {
    const read = readRequest({ ...said, ...more });
    expect(read.ok ? undefined : read.problems).toEqual(problems);
  });
  test('by hand, somebody who comes needs a meeting and anything else a paper', () => {
    const empty = { meeting: '', spoken: '', paper: '', due: '', note: '' };
    const problems = (kind: string) => {
      const read = readNewRequest({ ...empty, kind }, ['m']);
      return read.ok ? {} : read.problems;
    };
    expect(problems('bsl')).toEqual({ meeting: 'choose_meeting' });
    expect(problems('braille')).toEqual({ paper: 'choose_paper' });
    expect(problems('')).toEqual({ kind: 'choose_kind' });
    expect(readNewRequest({ ...empty, kind: 'bsl', meeting: 'm' }, ['m'])).toMatchObject({ ok: true });
  });
});
