import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { CARRIER_KEYWORDS, temptsToOptOut } from '~/domain/messaging/carrier-keywords';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';
import { QUICK_ANSWERS } from '~/domain/messaging/quick-answer';
import { AUTOMATIC_ANSWERS, messageWords, quickAnswerText, replyText, signInCodeText } from './index';

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
    hours: { opensAt: '09:30', closesAt: '17:30' },
  };
  const kinds = AUTOMATIC_ANSWERS;
  const replies = LANGUAGES.flatMap((language) =>
    kinds.map((kind) => ({ kind, language, body: replyText({ kind, language, discreet: false, facts }).body })),
  );
  it.each(replies)('$kind in $language is one text and names no place', ({ body }) => {
    if (/^[\x20-\x7e]*$/.test(body)) expect(new SegmentedMessage(body).segmentsCount).toBe(1);
    expect(body).not.toMatch(/jobcentre|next steps/i);
  });
  it('says when somebody will answer, and whom to call', () => {
    const closed = (language: 'en' | 'cy') =>
      replyText({ kind: 'closed', language, discreet: false, facts: { ...facts, firstName: 'Sam' } }).body;
    expect(closed('en')).toBe(
      "Thanks Sam. We're open Mon to Fri 9:30am to 5:30pm and will answer then. Urgent? Call 01632 960100",
    );
    expect(closed('cy')).toContain('Llun i Gwener 9:30yb tan 5:30yp');
  });
  it('tells a wrong number nothing of anybody', () => {
    const strangers = replies.filter(({ kind }) => kind === 'wrong_number').map(({ body }) => body);
    expect(strangers[0]).toBe("Sorry about that. We won't text this number again.");
    expect(strangers.join()).not.toMatch(/Alexandrina|Bartholomew|01632|https/);
  });
  it('has no word that warns, names a benefit, or ends all texts', () => {
    expect(replies.filter(({ body }) => forbiddenWordsIn(body).length > 0 || temptsToOptOut(body))).toEqual([]);
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
          facts: { ...nobody, officePhone: '01632 960100', hours: facts.hours },
        });
        expect(body).not.toMatch(/null|undefined| {2}| [.,]|^,/);
      }
    }
  });
});

describe("a colleague's ready answer", () => {
  const long = { firstName: 'Alexandrina', from: 'Bartholomew', officePhone: '01632 960100', time: '14:30' };
  const answers = LANGUAGES.flatMap((language) =>
    QUICK_ANSWERS.map((answer) => ({ answer, language, body: quickAnswerText({ answer, language, ...long }) })),
  );
  it.each(answers)('$answer in $language is one text, kind, and names no place', ({ body }) => {
    expect(new SegmentedMessage(body).segmentsCount).toBe(1);
    expect(forbiddenWordsIn(body)).toEqual([]);
    expect(temptsToOptOut(body)).toBe(false);
    expect(body).toMatch(/Alexandrina.*Bartholomew$/);
    expect(body).not.toMatch(/jobcentre|office|work|swyddfa|gwaith|undefined|null| {2}/i);
  });
  it('says the time in words', () => {
    expect(quickAnswerText({ answer: 'call_today', language: 'en', ...long })).toBe(
      "Hi Alexandrina, I'll call you today at 2:30pm. Bartholomew",
    );
    expect(quickAnswerText({ answer: 'call_today', language: 'cy', ...long })).toContain('heddiw am 2:30yp');
  });
});

describe('every answer and code, whatever it is made of', () => {
  it('is never a word that the networks obey', () => {
    for (const language of LANGUAGES) {
      const { code, quick, reply } = messageWords.in(language);
      expect([code.subject, reply.subject].filter(temptsToOptOut)).toEqual([]);
      expect(Object.keys(quick)).toEqual([...QUICK_ANSWERS]);
    }
    expect(CARRIER_KEYWORDS.length).toBeGreaterThan(10);
  });
});
