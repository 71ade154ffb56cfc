import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { adviserNewsText } from './adviser-news';

const PEOPLE = [
  { firstName: 'Sam', adviserFirstName: 'Rhys' },
  { firstName: 'Alexandrina', adviserFirstName: 'Bartholomew' },
  { firstName: 'Maximillian-Christopher', adviserFirstName: 'Jacqueline' },
];
const every = LANGUAGES.flatMap((language) =>
  PEOPLE.flatMap((people) =>
    (['sms', 'email', 'letter'] as const).flatMap((channel) =>
      [true, false].flatMap((discreet) =>
        [true, false].map((first) => ({ ...people, language, channel, discreet, first, officePhone: '01632 960100' })),
      ),
    ),
  ),
);

describe('the message that somebody else is their adviser', () => {
  it('says who, that meetings stay, and whom to ask', () => {
    const usual = { ...PEOPLE[0]!, language: 'en' as const, channel: 'sms' as const, officePhone: '01632 960100' };
    expect(adviserNewsText({ ...usual, discreet: false, first: false }).body).toBe(
      'Hi Sam, Rhys is your adviser from now on. If you have a meeting booked, it stays as it is unless we tell you. Questions? Call 01632 960100',
    );
  });
  it('is one text in both languages, and names the new adviser and the number', () => {
    for (const news of every) {
      const { subject, body } = adviserNewsText(news);
      expect(subject === null).toBe(news.channel === 'sms');
      if (news.channel === 'sms') expect([body, segmentsOf(body)]).toEqual([body, 1]);
      expect(body).toContain(news.adviserFirstName);
      expect(body).toContain('01632 960100');
      expect(forbiddenWordsIn(body)).toEqual([]);
    }
  });
  it('tells whoever reads along neither what nor where', () => {
    for (const news of every.filter(({ discreet }) => discreet)) {
      const { subject, body } = adviserNewsText(news);
      expect(`${subject} ${body}`).not.toMatch(/adviser|meeting|job|cynghorydd|cyfarfod|gwaith/i);
    }
  });
});
