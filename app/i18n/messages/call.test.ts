import { describe, expect, it } from 'vitest';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import { LANGUAGES } from '~/domain/language';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { callText, type CallSaying } from './call';
import { reminderText } from './index';

const SAYINGS: CallSaying[] = ['whoIsIt', 'confirmed', 'willCall', 'wrongNumber', 'noMoreCalls', 'changed', 'noKey'];
const facts = { firstName: 'Siân', officePhone: '01632 960100' };
const said = (saying: CallSaying, language: 'en' | 'cy', discreet = false) =>
  callText({ saying, language, discreet, facts }).join(' ');
const messages = REMINDER_RULES.flatMap((rule) =>
  LANGUAGES.flatMap((language) =>
    [false, true].flatMap((discreet) =>
      APPOINTMENT_MODES.map((mode) => ({
        ...{ rule, language, discreet, mode },
        body: reminderText({
          ...{ rule, language, discreet, channel: 'voice' },
          facts: {
            ...facts,
            ...{ adviserFirstName: 'Sioned', startsAt: Date.parse('2026-11-24T14:30Z'), zone: 'Europe/London', mode },
            ...{ place: 'Bangor Jobcentre', address: '1 High Street, Bangor, LL57 1AA', bring: 'your CV' },
            ...{ purpose: 'Plan your next steps', link: 'https://waymark.example/a/abc', replaces: true },
            now: Date.parse('2026-11-23T10:00Z'),
          },
        }).body,
      })),
    ),
  ),
);

describe('a voice call', () => {
  it('says only a first name before a key is pressed', () => {
    expect(said('whoIsIt', 'en')).toBe(
      'Hello. This is a message for Siân. If you are Siân, press 1. If you are not, press 2. To get no more calls like this, press 3.',
    );
    expect(said('whoIsIt', 'cy')).toContain('Dyma neges i Siân.');
  });
  it.each(LANGUAGES)(
    'leaves nothing behind in %s but a number to call, and not even that where privacy is asked for',
    (language) => {
      expect(said('noKey', language)).toContain('0 1 6 3 2, 9 6 0, 1 0 0');
      expect(said('noKey', language)).not.toContain('Siân');
      expect(said('noKey', language, true)).not.toMatch(/\d/);
    },
  );
  it.each(SAYINGS)('never says at "%s" whom it is about, or what', (saying) => {
    for (const language of LANGUAGES)
      expect(said(saying, language)).not.toMatch(/Sioned|Jobcentre|Bangor|adviser|meeting|cynghor|cyfarfod|undefined/);
  });
  it('reads the message as a voice can say it', () => {
    const english = messages.find((one) => one.rule === 'one_day_before' && one.mode === 'in_person');
    expect(english?.body).toBe(
      "Thank you, Siân. You're meeting Sioned tomorrow, Tuesday 24 November, at 2:30pm. The place is Bangor Jobcentre. " +
        'Press 1 if you will be there. Press 2 if you would like someone to call you. Press 9 to hear this again.',
    );
    const welsh = messages.find((one) => one.rule === 'one_day_before' && one.language === 'cy' && !one.discreet);
    expect(welsh?.body).toContain('am hanner awr wedi dau y prynhawn');
  });
  it('has nothing that a voice would spell out: no address on the web, no postcode, no shortened word', () => {
    const unsaid = /https?:|www\.|\b[A-Z]{1,2}\d|\d(?:yb|yp)\b|\b(?:Mon|Tue|Nov|Rd|St)\b|&|\/|\n/;
    expect(messages.filter(({ body }) => unsaid.test(body))).toEqual([]);
  });
  it('names no place and no purpose to somebody who shares their telephone', () => {
    const discreet = messages.filter((one) => one.discreet).map(({ body }) => body);
    expect(discreet.filter((body) => /Jobcentre|Bangor|next steps|CV/.test(body))).toEqual([]);
  });
});
