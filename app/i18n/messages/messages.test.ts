import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import { LANGUAGES } from '~/domain/language';
import { meaningOf } from '~/domain/messaging/reply';
import { CARRIER_KEYWORDS, temptsToOptOut } from '~/domain/messaging/carrier-keywords';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { keysOf } from '../catalogue';
import { cy } from './cy';
import { en } from './en';
import { gapsOf } from './facts';
import { messageWords, reminderText, type MessageFacts, type WrittenChannel } from './index';

const CHANNELS: readonly WrittenChannel[] = ['sms', 'email', 'voice', 'call_list', 'letter'];

const OPT_OUT = /\b(?:stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)\b/i;
const UNKIND =
  /\b(?:sanction|benefit|universal credit|jsa|esa|allowance|claimant|claim|payment|money|must|fail(?:ed|ure)?|attend|mandatory|compulsory|penalt|deduct|warning|cosb|sancsiwn|budd-?dal|credyd|taliad|arian|rhaid|gorfod)/i;
const TELLING = /job|work|CV|adviser|interview|swydd|gwaith|cynghor|centre|Merthyr|Bangor|High Street|Jobcentre/i;

/** Long, but real: names, place, weekday, month, time and link as long as they get. */
const LONG: MessageFacts = {
  firstName: 'Alexandrina',
  adviserFirstName: 'Bartholomew',
  startsAt: Date.parse('2026-09-23T11:30Z'),
  zone: 'Europe/London',
  mode: 'in_person',
  place: 'Merthyr Tydfil Jobcentre',
  address: '1 High Street, Merthyr Tydfil, CF47 8AB',
  bring: 'your CV if you have one',
  purpose: 'Plan your next steps towards work',
  link: 'https://waymark.example/a/abcdefgh012345678',
  officePhone: '01632 960100',
  replaces: true,
  now: Date.parse('2026-09-22T09:00Z'),
};
const SHORT: MessageFacts = {
  ...LONG,
  firstName: 'Aled',
  adviserFirstName: 'Sioned',
  place: 'Bangor Jobcentre',
  startsAt: Date.parse('2026-11-24T14:30Z'),
  now: Date.parse('2026-11-10T10:00Z'),
  replaces: false,
};

type Question = Parameters<typeof reminderText>[0];
/** Every message there is about given facts. */
const every = (facts: MessageFacts, only: Partial<Question> = {}): (Question & { name: string })[] =>
  REMINDER_RULES.flatMap((rule) =>
    CHANNELS.flatMap((channel) =>
      LANGUAGES.flatMap((language) =>
        [false, true].flatMap((discreet) =>
          APPOINTMENT_MODES.map((mode) => ({
            name: `${rule} by ${channel} in ${language}${discreet ? ', discreet' : ''}, ${mode}`,
            ...{ rule, channel, language, discreet, facts: { ...facts, mode } },
          })),
        ),
      ),
    ),
  ).filter((one) => Object.entries(only).every(([key, value]) => one[key as keyof typeof one] === value));

const all = [...every(LONG), ...every({ ...LONG, replaces: false }), ...every(SHORT)];
const written = new Map<Question, string>();
const whole = (question: Question) => {
  const { subject, body } = reminderText(question);
  return [subject, body].filter((part) => part !== null).join('\n');
};
/** The words of a message, written once however often they are looked at. */
const wordsOf = (question: Question) => {
  const text = written.get(question) ?? whole(question);
  written.set(question, text);
  return text;
};
/** The first few messages that break a rule, by name and with their words. */
const breaking = (questions: typeof all, breaks: (text: string, question: Question) => boolean) =>
  questions
    .filter((q) => breaks(wordsOf(q), q))
    .slice(0, 5)
    .map((q) => `${q.name}: ${whole(q)}`);

describe('every text in English', () => {
  const texts = all.filter(({ channel, language }) => channel === 'sms' && language === 'en');
  it('is one GSM-7 text with the longest names, place, day and link', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(
      breaking(texts, (text) => {
        const message = new SegmentedMessage(text);
        return message.segmentsCount !== 1 || message.getEncodingName() !== 'GSM-7';
      }),
    ).toEqual([]);
  });
  it('keeps a name that does not fit, and pays for the second text', () => {
    const text = whole({ ...every(LONG)[0]!, facts: { ...LONG, firstName: 'Christopher-James' } });
    expect(text).toContain('Christopher-James');
    expect(new SegmentedMessage(text).segmentsCount).toBe(2);
  });
  it('greets and speaks in sentences before it drops courtesies', () => {
    const facts = { ...SHORT, link: 'https://waymark.example/a/abcdefgh012345678' };
    const [booked] = every(facts, { rule: 'booked', channel: 'sms', language: 'en', discreet: false });
    expect(whole(booked!)).toMatch(
      /^Hi Aled, you're meeting Sioned on Tuesday 24 November at 2:30pm, Bangor Jobcentre\. /,
    );
    const [changed] = every(facts, { rule: 'changed', channel: 'sms', language: 'en', discreet: false });
    const wednesday = { mode: 'in_person', firstName: 'Carys', startsAt: Date.parse('2026-11-25T14:30Z') } as const;
    expect(whole({ ...changed!, facts: { ...facts, ...wednesday, replaces: true } })).toMatch(
      /^Carys, a change: you're seeing Sioned .* Ignore our earlier text\. /,
    );
  });
  it('keeps the accents of names', () => {
    expect(whole({ ...every(LONG)[0]!, facts: { ...SHORT, firstName: 'Siân', adviserFirstName: 'Tŷr' } })).toMatch(
      /Siân.*Tŷr/,
    );
  });
  it('is friendlier where there is room', () => {
    const text = whole({ ...every(SHORT)[0]!, facts: { ...SHORT, link: 'https://wm.example/a/abc' } });
    expect(text).toContain("Reply 1 if you'll be there, 2 if you can't. https://wm.example/a/abc");
  });
});

describe('every text in Welsh', () => {
  it('takes two texts at most with the longest names, and its apostrophes are straight', () => {
    const texts = all.filter(({ channel, language }) => channel === 'sms' && language === 'cy');
    expect(
      breaking(texts, (text) => new SegmentedMessage(text).segmentsCount > 2 || /[\u2018\u2019]/.test(text)),
    ).toEqual([]);
  });
  it('keeps the accents that the words have', () => {
    expect(whole(every(LONG, { rule: 'booked', channel: 'call_list', language: 'cy' })[0]!)).toContain('Peidiwch â');
  });
});

describe('every message', () => {
  const dated = (text: string, { facts: { zone }, language }: Question) =>
    (language === 'en' ? /(Wednesday 23 September|Tuesday 24 November)/ : /(Mercher 23 Medi|Mawrth 24 Tachwedd)/).test(
      text,
    ) && zone !== '';
  it('names both people, the day, the date and the time', () => {
    expect(
      breaking(
        all,
        (text, q) =>
          !text.includes(q.facts.firstName) ||
          !text.includes(q.facts.adviserFirstName) ||
          !dated(text, q) ||
          !/12:30|2:30|hanner awr wedi (deuddeg|dau)/.test(text),
      ),
    ).toEqual([]);
  });
  it('has no word in it that carriers take as an opt-out', () => {
    expect(breaking(all, (text) => OPT_OUT.test(text))).toEqual([]);
  });
  it('asks for no word that carriers obey, and shouts none', () => {
    expect(breaking(all, (text) => text.split('\n').some((line) => temptsToOptOut(line)))).toEqual([]);
    const order = new RegExp(`\\b(?:${CARRIER_KEYWORDS.filter((word) => word !== 'YES').join('|')})\\b`, 'i');
    const sms = all.filter(({ channel }) => channel === 'sms');
    expect(breaking(sms, (text) => order.test(text))).toEqual([]);
  });
  it('has no threat, no benefit and no jargon in it', () => {
    expect(breaking(all, (text) => UNKIND.test(text) || forbiddenWordsIn(text).length > 0)).toEqual([]);
  });
  it('exists for every rule and channel, open and discreet, in both languages', () => {
    const kinds = new Set(all.map((q) => [q.rule, q.channel, q.language, q.discreet].join()));
    expect(kinds.size).toBe(REMINDER_RULES.length * CHANNELS.length * LANGUAGES.length * 2);
    expect(breaking(all, (text) => text.trim().length < 20)).toEqual([]);
  });
  it('costs what the calculator of the provider says', () => {
    const sms = all.filter(({ channel }) => channel === 'sms');
    expect(breaking(sms, (text) => segmentsOf(text) !== new SegmentedMessage(text).segmentsCount)).toEqual([]);
  });
  it('has sentences of 25 words at most', () => {
    const longest = (text: string) =>
      Math.max(...text.split(/[.?!](?:\s|$)|\n/).map((sentence) => sentence.trim().split(/\s+/).length));
    expect(breaking(all, (text) => longest(text) > 25)).toEqual([]);
  });
  it('has no gap, no leftover and no hole', () => {
    expect(breaking(all, (text) => /undefined|null|\[object|\s,|\.\.|: ?$| {2}|\$\{|,,|\s$|^\s/.test(text))).toEqual(
      [],
    );
  });
  it('still reads well when nothing but the people and the time is known', () => {
    const bare = { place: '', address: '', bring: '', purpose: '', link: null, officePhone: '' };
    const poor = every({ ...LONG, ...bare });
    expect(breaking(poor, (text) => /undefined|null|\s,|\.\.| {2}|:$|: ?\n|,,| $|call ?[.:]?$/m.test(text))).toEqual(
      [],
    );
  });
  it('has a subject exactly where there is one to show', () => {
    for (const q of all) {
      const { subject } = reminderText(q);
      if (q.channel === 'email' || q.channel === 'letter') expect(subject).toMatch(/\S/);
      else expect(subject).toBeNull();
    }
  });
  it('has one link at most', () => {
    expect(breaking(all, (text) => (text.match(/https?:/g) ?? []).length > 1)).toEqual([]);
  });
  it('names the place where there is one to go to', () => {
    const going = all.filter(
      ({ rule, discreet, facts }) =>
        facts.mode === 'in_person' && !discreet && rule !== 'missed' && rule !== 'cancelled',
    );
    expect(breaking(going, (text, { facts }) => !text.includes(facts.place))).toEqual([]);
    const staying = all.filter(({ facts }) => ['phone', 'video', 'home'].includes(facts.mode));
    expect(breaking(staying, (text, { facts }) => text.includes(facts.place))).toEqual([]);
  });
  it('asks for no answer about a meeting that is over or off, but says how to find another time', () => {
    const over = all.filter(({ rule }) => rule === 'missed' || rule === 'cancelled');
    const asks =
      /if you'll be there|will you be there|Reply 1|Press 1|Atebwch|Fyddwch|Pwyswch 1|a fyddwch|Jobcentre|CV/i;
    expect(breaking(over, (text) => asks.test(text))).toEqual([]);
    const written = over.filter(({ channel }) => channel !== 'voice' && channel !== 'call_list');
    expect(breaking(written, (text, { facts }) => !text.includes(facts.officePhone))).toEqual([]);
    expect(breaking(over, (text) => text.includes('https://'))).toEqual([]);
  });
  it('asks nobody to come who stays where they are', () => {
    const staying = all.filter(({ facts }) => facts.mode === 'phone' || facts.mode === 'home');
    expect(breaking(staying, (text) => /be there|can you come|byddwch chi yno|fyddwch chi yno/i.test(text))).toEqual(
      [],
    );
    const going = all.filter(({ facts, channel }) => facts.mode === 'in_person' && channel === 'voice');
    expect(breaking(going, (text) => /suits you|hynny'n iawn/.test(text))).toEqual([]);
  });
  it('asks for an answer about one that is to come', () => {
    const ahead = all.filter(({ rule }) => !['missed', 'cancelled', 'changed'].includes(rule));
    const asks =
      /Reply 1|Press 1|Tell us if|tell us if|Will you be there|Is that time|Atebwch|Pwyswch 1|wybod i ni|Fyddwch|Ydy'r amser/;
    expect(breaking(ahead, (text) => !asks.test(text))).toEqual([]);
  });
  it('says that it replaces an older one exactly when it changes or calls off what that one said', () => {
    expect(
      breaking(all, (text, { rule, facts }) => {
        const should = facts.replaces && (rule === 'changed' || rule === 'cancelled');
        return /replaces our earlier|Ignore our earlier|yn lle ein neges gynharach/.test(text) !== should;
      }),
    ).toEqual([]);
  });
});

describe('a discreet message', () => {
  const discreet = all.filter((q) => q.discreet);
  it('names neither the place, nor the purpose, nor what to bring, nor what the service is', () => {
    expect(breaking(discreet, (text) => TELLING.test(text.replace(/https?:\S+/g, '')))).toEqual([]);
  });
  it('is told apart from the open one, which does', () => {
    const open = all.find((q) => !q.discreet && q.channel === 'email' && q.rule === 'booked' && q.language === 'en');
    expect(whole(open!)).toMatch(/Merthyr Tydfil Jobcentre[\s\S]*next steps[\s\S]*CV/);
  });
  it('has a subject that gives nothing away', () => {
    const subjects = new Set(discreet.map((q) => reminderText(q).subject));
    expect(subjects).toEqual(
      new Set([
        null,
        ...['A message from Bartholomew', 'Neges gan Bartholomew', 'A message from Sioned', 'Neges gan Sioned'],
      ]),
    );
  });
});

describe('every wording of a text, the ones that are seldom needed too', () => {
  const wordings = all
    .filter(({ channel }) => channel === 'sms')
    .flatMap(({ rule, language, discreet, facts }) =>
      messageWords
        .in(language)
        .sms[rule](gapsOf(facts, language, discreet))
        .map((text) => ({ text, discreet, facts })),
    );
  it('is kind, asks for nothing that opts out, and has straight apostrophes', () => {
    const bad = wordings.filter(({ text }) => UNKIND.test(text) || OPT_OUT.test(text) || /[\u2018\u2019]/.test(text));
    expect(bad.slice(0, 5)).toEqual([]);
  });
  it('names both people, and when discreet neither place nor purpose', () => {
    const bad = wordings.filter(
      ({ text, discreet, facts }) =>
        !text.includes(facts.firstName) ||
        !text.includes(facts.adviserFirstName) ||
        (discreet && TELLING.test(text.replace(/https?:\S+/g, ''))),
    );
    expect(bad.slice(0, 5)).toEqual([]);
  });
});

describe('the answers that are asked for', () => {
  it('are ones that are understood', () => {
    const asked = all
      .filter(({ channel }) => channel === 'sms')
      .flatMap((q) => [...whole(q).matchAll(/(?:Reply|Atebwch) (\d)\b.*?(\d) (?:if|os|no|na)\b/g)]);
    expect(asked.length).toBeGreaterThan(100);
    for (const [, yes, no] of asked) {
      expect(meaningOf(yes ?? '')).toBe('confirm');
      expect(meaningOf(no ?? '')).toBe('cannot_come');
    }
  });
});

describe('the day', () => {
  it('is tomorrow when it is, beside the date', () => {
    const q = every({ ...SHORT, now: Date.parse('2026-11-23T10:00Z') }, { rule: 'one_day_before', channel: 'email' });
    expect(whole(q[0]!)).toContain('tomorrow, Tuesday 24 November, at 2:30pm');
    expect(whole(q.find(({ language }) => language === 'cy')!)).toContain('yfory, dydd Mawrth 24 Tachwedd, am 2:30yp');
  });
});

describe('the catalogue', () => {
  it('has the same entries in both languages', () => expect(keysOf(cy)).toEqual(keysOf(en)));
  it('is honest that no Welsh has been reviewed', () => {
    expect(messageWords.review).toEqual({ draft: keysOf(cy).length, reviewed: 0 });
  });
  it('does not say the same in both languages', () => {
    for (const q of all.filter(({ language }) => language === 'en')) {
      expect(wordsOf(q)).not.toBe(whole({ ...q, language: 'cy' }));
    }
  });
});
