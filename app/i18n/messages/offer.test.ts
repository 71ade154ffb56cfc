import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { temptsToOptOut } from '~/domain/messaging/carrier-keywords';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';
import { offerText, type OfferFacts } from './offer';

const LONGEST: OfferFacts = {
  firstName: 'Alexandrina',
  adviserFirstName: 'Bartholomew',
  startsAt: Date.parse('2026-09-23T11:30Z'),
  ownStartsAt: Date.parse('2026-09-30T11:30Z'),
  heldUntil: Date.parse('2026-09-16T11:30Z'),
  zone: 'Europe/London',
  link: 'https://waymark.example/o/abcdefgh012345678',
};
const SHORT = { ...LONGEST, firstName: 'Aled', adviserFirstName: 'Sioned', startsAt: Date.parse('2026-11-24T14:30Z') };
const CHANNELS = ['sms', 'email', 'call_list'] as const;

describe('an offer of an earlier time', () => {
  it('is one GSM-7 text in English with the longest names, two at most in Welsh', () => {
    const [en, cy] = LANGUAGES.map((language) => {
      const { body } = offerText({ channel: 'sms', language, discreet: false, facts: LONGEST });
      return { body, message: new SegmentedMessage(body) };
    });
    expect(en).toMatchObject({ message: { segmentsCount: 1 } });
    expect(en!.message.getEncodingName()).toBe('GSM-7');
    expect(cy!.message.segmentsCount).toBeLessThanOrEqual(2);
    for (const { body } of [en!, cy!]) expect(body).toContain(LONGEST.link);
  });

  it('says whose time it is, when, by when to answer and how', () => {
    expect(offerText({ channel: 'sms', language: 'en', discreet: false, facts: SHORT }).body).toBe(
      'Hi Aled, a sooner time with Sioned: Tuesday 24 November, 2:30pm. Reply 5 to take it, 6 to keep yours, by 12:30pm. https://waymark.example/o/abcdefgh012345678',
    );
    const { subject, body } = offerText({ channel: 'email', language: 'en', discreet: false, facts: SHORT });
    expect(subject).toBe('A sooner time with Sioned has come free');
    expect(body).toContain('Your time now is on Wednesday 30 September at 12:30pm.');
    expect(offerText({ channel: 'email', language: 'en', discreet: true, facts: SHORT }).subject).toBe(
      'A message from Sioned',
    );
    expect(offerText({ channel: 'call_list', language: 'en', discreet: true, facts: SHORT }).body).toMatch(
      /^Ask for Aled\..+\nThis person asked for privacy.+\nSay: Hello Aled, I'm calling for Sioned\. A sooner time has come free/,
    );
  });

  it('names neither the place nor the purpose, warns of nothing, and tempts nobody to end all texts', () => {
    for (const language of LANGUAGES)
      for (const channel of CHANNELS)
        for (const discreet of [true, false]) {
          const { subject, body } = offerText({ channel, language, discreet, facts: SHORT });
          const said = `${subject ?? ''}\n${body}`;
          expect(said).not.toMatch(/jobcentre|adviser|work\b|swydd|gwaith/i);
          expect(forbiddenWordsIn(said)).toEqual([]);
          expect(temptsToOptOut(body)).toBe(false);
        }
  });
});
