import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { codeCallText } from './call';
import { ACCESS_NEWS, accessText, signInCodeText } from './index';

const facts = { firstName: 'Aleksandra', officePhone: '01632 960100' };

describe.each(LANGUAGES)('what is said in %s about signing in', (language) => {
  const say = (news: (typeof ACCESS_NEWS)[number], channel: 'sms' | 'email', discreet: boolean) =>
    accessText({ channel, news, language, discreet, ...facts });

  it.each(ACCESS_NEWS)('is one text, with the number to call: %s', (news) => {
    for (const discreet of [false, true]) {
      const { subject, body } = say(news, 'sms', discreet);
      expect(subject).toBeNull();
      expect(segmentsOf(body)).toBe(1);
      expect(body).toContain('01632 960100');
    }
  });

  it('names neither the service nor the way to whoever may read along', () => {
    for (const news of ACCESS_NEWS) {
      const { subject, body } = say(news, 'email', true);
      expect(`${subject} ${body}`).not.toMatch(/Waymark|password|passkey|cyfrinair|gyfrinair|allwedd/i);
    }
  });

  it('says a code by voice in lines, its digits apart, twice; and before that nothing but that there is one', () => {
    const { subject, body } = signInCodeText({ channel: 'voice', language, code: '042917' });
    expect(subject).toBeNull();
    expect(body.split('\n').filter((line) => line === '0 4 2 9 1 7')).toHaveLength(2);
    expect(body).not.toMatch(/Waymark/);
    expect(codeCallText('hello', language).join(' ')).not.toMatch(/Waymark|\d{2}/);
  });
});
