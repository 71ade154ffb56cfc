import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { replyText, signInCodeText } from './index';

describe('the code to sign in', () => {
  test('in English', () => {
    expect(signInCodeText({ channel: 'sms', language: 'en', code: '123456' })).toEqual({
      subject: null,
      body: '123456 is your Waymark code. It works for 10 minutes. Nobody from Waymark will ask you for it.',
    });
  });
  test('in Welsh, by email', () => {
    const { subject, body } = signInCodeText({ channel: 'email', language: 'cy', code: '123456' });
    expect(subject).toBe('Eich cod ar gyfer Waymark');
    expect(body).toMatch(/^123456 yw eich cod Waymark\./);
  });
});

describe('an answer to a reply', () => {
  const facts = {
    firstName: 'Alexandrina',
    adviserFirstName: 'Bartholomew',
    startsAt: Date.parse('2026-09-23T11:30Z'),
    zone: 'Europe/London',
    link: 'https://waymark.example/a/abcdefgh012345678',
    officePhone: '01632 960100',
  };
  const kinds = ['confirmed', 'cannot_come', 'help', 'unclear'] as const;
  const replies = LANGUAGES.flatMap((language) =>
    kinds.map((kind) => ({ kind, language, body: replyText({ kind, language, discreet: false, facts }).body })),
  );
  it.each(replies)('$kind in $language is one text and names no place', ({ body }) => {
    if (/^[\x20-\x7e]*$/.test(body)) expect(new SegmentedMessage(body).segmentsCount).toBe(1);
    expect(body).not.toMatch(/jobcentre|next steps/i);
  });
  it('says when they meet, and gives the link to pick another time', () => {
    expect(replies[0]?.body).toBe('Thanks Alexandrina. Bartholomew will see you on Wednesday 23 September at 12:30pm.');
    expect(replies[1]?.body).toContain('Pick another time: https://waymark.example/a/');
  });
  it('still reads well when we do not know who wrote', () => {
    const nobody = { firstName: '', adviserFirstName: null, startsAt: null, zone: 'Europe/London', link: null };
    for (const language of LANGUAGES) {
      for (const kind of kinds) {
        const { body } = replyText({
          kind,
          language,
          discreet: true,
          facts: { ...nobody, officePhone: '01632 960100' },
        });
        expect(body).not.toMatch(/null|undefined| {2}| [.,]|^,/);
      }
    }
  });
});
