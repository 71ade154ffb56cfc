import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { askedAbout, type TextToNumber } from './asked-about';
import { MESSAGE_STATUSES } from './message';

const text = (appointmentId: string, version: number, at: number, status: TextToNumber['status'] = 'delivered') => ({
  ...{ appointmentId, version, status, claimedAt: at },
  acceptedAt: ['claimed', 'unknown'].includes(status) ? null : at,
});
const A1 = { id: 'A', version: 1 };
const A2 = { id: 'A', version: 2 };
const B1 = { id: 'B', version: 1 };

describe('askedAbout', () => {
  test.each([
    ['the meeting that we wrote about', [text('A', 1, 10)], [A1, B1], A1],
    ['the one we wrote about last', [text('A', 1, 10), text('B', 1, 20)], [A1, B1], B1],
    ['whatever the order', [text('B', 1, 20), text('A', 1, 10)], [A1, B1], B1],
    ['the new time, once the text about it is out', [text('A', 1, 10), text('A', 2, 20)], [A2], A2],
    ['a text that may be out, which they have then', [text('A', 1, 10, 'unknown')], [A1], A1],
    ['a text that its provider has not confirmed yet', [text('A', 1, 10, 'claimed')], [A1], A1],
    ['two reminders of the same', [text('A', 1, 10), text('A', 1, 20, 'claimed')], [A1], A1],
  ])('is %s', (_, texts, standing, expected) => expect(askedAbout(texts, standing, 100)).toEqual(expected));

  test.each([
    ['we never wrote to this number', [], [A1]],
    ['only the old time was told', [text('A', 1, 10)], [A2]],
    ['the text about the new time is only planned', [text('A', 1, 10), text('A', 2, 0, 'planned')], [A2]],
    ['the text about the new time is on its way', [text('A', 1, 10), text('A', 2, 20, 'claimed')], [A2]],
    ['it is not known whether that one is out', [text('A', 1, 10), text('A', 2, 20, 'unknown')], [A2]],
    ['that one went out after the answer came', [text('A', 1, 10), text('A', 2, 101)], [A2]],
    ['that one never arrived', [text('A', 1, 10), text('A', 2, 20, 'undelivered')], [A2]],
    ['the last text was about one that is off', [text('B', 1, 10), text('A', 1, 20)], [B1]],
    ['another text is on its way', [text('A', 1, 10), text('B', 1, 20, 'claimed')], [A1, B1]],
    ['nothing reached them', [text('A', 1, 10, 'failed')], [A1]],
  ])('is for a person to read when %s', (_, texts, standing) => expect(askedAbout(texts, standing, 100)).toBeNull());

  it('never takes an answer for a time that no text to this number has told', () => {
    const aText = fc.record({
      appointmentId: fc.constantFrom('A', 'B'),
      version: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom(...MESSAGE_STATUSES),
      claimedAt: fc.option(fc.integer({ min: 0, max: 100 })),
      acceptedAt: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    const standing = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).map(([a, b]) => [
      { id: 'A', version: a },
      { id: 'B', version: b },
    ]);
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), standing, fc.integer({ min: 0, max: 100 }), (texts, now, at) => {
        const asked = askedAbout(texts, now, at);
        if (!asked) return;
        const told = texts.filter((one) => one.appointmentId === asked.id && one.version === asked.version);
        expect(
          told.some(({ status }) => ['claimed', 'unknown', 'accepted', 'sent', 'delivered'].includes(status)),
        ).toBe(true);
        // Nothing that surely went out later, before the answer, said something else.
        const last = Math.max(...told.map((one) => one.acceptedAt ?? one.claimedAt ?? 0));
        const later = texts.filter(
          (one) =>
            ['accepted', 'sent', 'delivered'].includes(one.status) &&
            (one.acceptedAt ?? one.claimedAt ?? 0) > last &&
            (one.acceptedAt ?? one.claimedAt ?? 0) <= at,
        );
        expect(later).toEqual([]);
      }),
    );
  });
});
