import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { reminderText } from './index';
import { previewText } from './preview';

/** Names that people have, long ones, and the longest of the demo; places as they are called, without "Jobcentre Plus". */
const REAL_PEOPLE = [
  { firstName: 'Christopher', adviserFirstName: 'Sebastian', place: 'Haverfordwest Jobcentre' },
  { firstName: 'Maximillian', adviserFirstName: 'Jacqueline', place: 'Newcastle Jobcentre' },
  { firstName: 'Bernadette', adviserFirstName: 'Christopher', place: 'Cambridge Jobcentre' },
  { firstName: 'Oluwaseun', adviserFirstName: 'Siobhan', place: 'Wolverhampton Jobcentre' },
  { firstName: 'Gwenllian', adviserFirstName: 'Myfanwy', place: 'Aberystwyth Jobcentre' },
  { firstName: 'Anastasia', adviserFirstName: 'Alexander', place: 'Kidderminster Jobcentre' },
  { firstName: 'Muhammad', adviserFirstName: 'Catherine', place: 'Weston-super-Mare Jobcentre' },
  { firstName: 'Jean-Pierre', adviserFirstName: 'Mary-Ann', place: 'Merthyr Tydfil Jobcentre' },
  { firstName: 'Konstantinos', adviserFirstName: 'Angharad', place: 'Blaenau Ffestiniog' },
  { firstName: 'Ng', adviserFirstName: 'Jo', place: 'Ely' },
];
/** The longest weekday, month and time there are, in summer time and in winter time, and at noon. */
const LONGEST_STARTS = ['2026-09-23T11:30Z', '2026-11-25T11:30Z', '2026-12-30T10:45Z', '2026-09-30T11:00Z'].map((at) =>
  Date.parse(at),
);
const LINK = 'https://waymark.example/a/abcdefgh012345678';
const NOTES = {
  address: '1 High Street',
  bring: 'your CV',
  purpose: 'Plan your next steps',
  officePhone: '01632 960100',
};

/** What stands between an English text and one GSM-7 segment: nothing, or its words. */
function tooLong(body: string): string[] {
  const message = new SegmentedMessage(body);
  return message.segmentsCount === 1 && message.getEncodingName() === 'GSM-7' ? [] : [`${body.length}: ${body}`];
}

describe('an English text', () => {
  it.each(REAL_PEOPLE)('is one segment for $firstName, $adviserFirstName, $place', (people) => {
    const bodies = REMINDER_RULES.flatMap((rule) =>
      APPOINTMENT_MODES.flatMap((mode) =>
        LONGEST_STARTS.flatMap((startsAt) =>
          [true, false].flatMap((replaces) =>
            [true, false].map((discreet) => {
              const when = { startsAt, zone: 'Europe/London', now: startsAt - 86_400_000 };
              const facts = { ...people, ...NOTES, ...when, mode, replaces, link: LINK };
              return reminderText({ rule, channel: 'sms', language: 'en', discreet, facts }).body;
            }),
          ),
        ),
      ),
    );
    expect(bodies).toHaveLength(REMINDER_RULES.length * APPOINTMENT_MODES.length * LONGEST_STARTS.length * 4);
    expect(bodies.flatMap(tooLong)).toEqual([]);
  });

  it('is one segment on the page that shows the longest names, answers and codes too', () => {
    const shown = (['sms', 'answers'] as const).flatMap((set) =>
      [true, false].flatMap((discreet) =>
        Object.values(previewText({ set, person: 'longest', language: 'en', discreet, now: 0 })),
      ),
    );
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.flatMap(({ body }) => tooLong(body))).toEqual([]);
  });
});
