import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { contactNoticeText } from './contact-notice';

const facts = {
  firstName: 'Alexandrina',
  at: Date.parse('2026-09-23T11:30Z'),
  zone: 'Europe/London',
  officePhone: '01632 960100',
};
const every = LANGUAGES.flatMap((language) =>
  (['changed', 'added', 'removed'] as const).flatMap((what) =>
    (['phone', 'email', 'post'] as const).flatMap((thing) =>
      (['sms', 'email'] as const).flatMap((channel) =>
        [true, false].map((discreet) => ({ language, what, thing, channel, discreet, facts })),
      ),
    ),
  ),
);

describe('the notice to an old number or address', () => {
  it('says what was changed, when, and whom to call', () => {
    const { subject, body } = contactNoticeText({ ...every[0]!, language: 'en', discreet: false });
    expect(subject).toBeNull();
    expect(body).toBe(
      'Hi Alexandrina, your phone number with us was changed on Wednesday 23 September at 12:30pm. If that was not you, call 01632 960100.',
    );
  });
  it('tells those who need to be discreet nothing of what it was', () => {
    for (const notice of every.filter(({ discreet }) => discreet)) {
      const { body } = contactNoticeText(notice);
      expect(body).not.toMatch(/number|email|address|details|rhif|e-bost|cyfeiriad|manylion/i);
    }
  });
  it('is one text in English, two at most in Welsh, with no word that a carrier or a person could take amiss', () => {
    for (const notice of every) {
      const { body } = contactNoticeText(notice);
      if (notice.channel === 'sms') expect(segmentsOf(body)).toBeLessThanOrEqual(notice.language === 'en' ? 1 : 2);
      expect(forbiddenWordsIn(body)).toEqual([]);
      expect(body).not.toMatch(/\b(?:stop|cancel|end|quit|must|money|warning)\b/i);
    }
  });
});
