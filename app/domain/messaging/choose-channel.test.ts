import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CONTACT_HEALTHS, CONTACT_KINDS, type ContactPoint } from '../contact/contact-point';
import { LEVELS, type Level } from '../capability/assess-capability';
import { CHANNELS, type Channel } from './channel';
import { chooseChannel, CHANNEL_REASONS, type ChannelChoice } from './choose-channel';

const ALL: readonly Channel[] = ['sms', 'email'];
const point = (kind: ContactPoint['kind'], fields: Partial<ContactPoint> = {}): ContactPoint => ({
  id: kind,
  kind,
  health: 'untried',
  shared: false,
  optedOut: [],
  ...fields,
});
const mobile = (fields = {}) => point('mobile', fields);
const email = (fields = {}) => point('email', fields);
const landline = (fields = {}) => point('landline', fields);
const post = (fields = {}) => point('post', fields);
const said = (choice: ChannelChoice) =>
  `${choice.channel}${'contactPointId' in choice ? ` to ${choice.contactPointId}` : ''}: ${choice.reason}`;

interface Case {
  points: ContactPoint[];
  preferred?: Channel;
  level?: Level;
  tried?: Channel[];
  available?: Channel[];
  noMessages?: boolean;
  letterInTime?: boolean;
  then: string;
}

describe('chooseChannel', () => {
  test.each<[string, Case]>([
    ['a mobile gets a text', { points: [mobile(), email()], then: 'sms to mobile: mobile_works' }],
    ['no mobile: an email', { points: [landline(), email()], then: 'email to email: email_works' }],
    ['preference', { points: [mobile(), email()], preferred: 'email', then: 'email to email: preference' }],
    ['prefers a call', { points: [mobile()], preferred: 'call_list', then: 'call_list: preference' }],
    ['prefers what they have not', { points: [mobile()], preferred: 'email', then: 'sms to mobile: mobile_works' }],
    ['prefers a letter', { points: [mobile()], preferred: 'letter', then: 'sms to mobile: mobile_works' }],
    ['a landline is never texted', { points: [landline()], then: 'call_list: only_landline' }],
    [
      'a landline can be called by machine',
      { points: [landline()], available: ['sms', 'voice'], then: 'voice to landline: landline_works' },
    ],
    [
      'a mobile that takes no texts can be called',
      { points: [mobile({ optedOut: ['sms'] })], available: ['sms', 'voice'], then: 'voice to mobile: mobile_works' },
    ],
    [
      'for their safety nothing is sent, whatever they prefer',
      { points: [mobile(), email()], preferred: 'sms', noMessages: true, then: 'call_list: safety' },
    ],
    [
      'an address and time enough',
      { points: [post()], available: [...CHANNELS], then: 'letter to post: post_in_time' },
    ],
    [
      'an address, and too late for the post',
      { points: [post()], available: [...CHANNELS], letterInTime: false, then: 'call_list: no_contact_point' },
    ],
    [
      'people who live together each get their letter',
      { points: [post({ shared: true })], available: ['letter'], then: 'letter to post: post_in_time' },
    ],
    [
      'text, email and call come before the post',
      {
        points: [post(), landline(), email(), mobile()],
        available: [...CHANNELS],
        tried: ['sms', 'email'],
        then: 'voice to landline: next_after_failure',
      },
    ],
    [
      'served by people: a call comes before a text',
      {
        points: [mobile(), email(), landline(), post()],
        level: 'assisted',
        available: [...CHANNELS],
        then: 'voice to mobile: profile',
      },
    ],
    [
      'served by people: a letter where there is no call',
      {
        points: [mobile(), email(), post()],
        level: 'assisted',
        available: ['sms', 'email', 'letter'],
        then: 'letter to post: profile',
      },
    ],
    [
      'served by people, and too late for the post: a text all the same',
      {
        points: [mobile(), post()],
        level: 'assisted',
        available: ['sms', 'letter'],
        letterInTime: false,
        then: 'sms to mobile: mobile_works',
      },
    ],
    [
      'served by people, but they prefer email',
      {
        points: [mobile(), email()],
        level: 'assisted',
        preferred: 'email',
        available: [...CHANNELS],
        then: 'email to email: preference',
      },
    ],
    [
      'served by people: after the call the letter',
      {
        points: [mobile(), post()],
        level: 'assisted',
        tried: ['voice'],
        available: [...CHANNELS],
        then: 'letter to post: next_after_failure',
      },
    ],
    [
      'served by people, and for their safety nothing is sent',
      {
        points: [landline(), post()],
        level: 'assisted',
        noMessages: true,
        available: [...CHANNELS],
        then: 'call_list: safety',
      },
    ],
    [
      'with a champion the first time: as anybody',
      {
        points: [mobile(), post()],
        level: 'champion_first',
        available: [...CHANNELS],
        then: 'sms to mobile: mobile_works',
      },
    ],
    ['nothing known', { points: [], then: 'call_list: no_contact_point' }],
    ['email only, but no provider', { points: [email()], available: ['sms'], then: 'call_list: no_contact_point' }],
    ['dead mobile', { points: [mobile({ health: 'dead' }), email()], then: 'email to email: email_works' }],
    [
      'a landline that nobody has checked',
      { points: [landline({ health: 'unchecked' })], then: 'call_list: only_landline' },
    ],
    ['all dead', { points: [mobile({ health: 'dead' }), landline()], then: 'call_list: all_failed' }],
    ['said no', { points: [mobile({ optedOut: ['sms'] })], then: 'call_list: opted_out' }],
    ['said no to texts', { points: [mobile({ optedOut: ['sms'] }), email()], then: 'email to email: email_works' }],
    ['shared mobile', { points: [mobile({ shared: true })], then: 'call_list: shared_number' }],
    ['shared, and an email', { points: [mobile({ shared: true }), email()], then: 'email to email: email_works' }],
    ['shared, and said no', { points: [mobile({ shared: true, optedOut: ['sms'] })], then: 'call_list: opted_out' }],
    [
      'the text failed: email',
      { points: [mobile(), email()], tried: ['sms'], then: 'email to email: next_after_failure' },
    ],
    ['the only one failed', { points: [mobile(), landline()], tried: ['sms'], then: 'call_list: all_failed' }],
    ['both failed', { points: [mobile(), email()], tried: ['sms', 'email'], then: 'call_list: all_failed' }],
    [
      'the text failed, the email is shared',
      { points: [mobile(), email({ shared: true })], tried: ['sms'], then: 'call_list: shared_number' },
    ],
    [
      'the preferred one failed',
      { points: [mobile(), email()], preferred: 'email', tried: ['email'], then: 'sms to mobile: next_after_failure' },
    ],
    [
      'one that failed last time comes second',
      { points: [mobile({ health: 'failing' }), email()], then: 'email to email: email_works' },
    ],
    ['but is better than none', { points: [mobile({ health: 'failing' })], then: 'sms to mobile: mobile_works' }],
    [
      'and than another channel when it is preferred',
      {
        points: [mobile({ health: 'failing' }), email()],
        preferred: 'sms',
        then: 'sms to mobile: preference',
      },
    ],
    [
      'of two mobiles the one that works',
      { points: [mobile({ id: 'old', health: 'failing' }), mobile({ id: 'new' })], then: 'sms to new: mobile_works' },
    ],
  ])('%s', (_, { points, then, preferred = null, level = null, tried = [], available = ALL, ...more }) => {
    const reach = { preferred, level, noMessages: false, letterInTime: true, contactPoints: points, ...more };
    expect(said(chooseChannel(reach, tried, available))).toBe(then);
  });

  const aPoint = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...CONTACT_KINDS),
    health: fc.constantFrom(...CONTACT_HEALTHS),
    shared: fc.boolean(),
    optedOut: fc.subarray([...CHANNELS]),
  });
  const aReach = fc.record({
    preferred: fc.option(fc.constantFrom(...CHANNELS)),
    level: fc.option(fc.constantFrom(...LEVELS)),
    noMessages: fc.boolean(),
    letterInTime: fc.boolean(),
    contactPoints: fc.array(aPoint, { maxLength: 4 }),
  });
  const some = fc.subarray([...CHANNELS]);

  it('always answers, with a reason, and only with a way that is open', () => {
    fc.assert(
      fc.property(aReach, some, some, (reach, tried, available) => {
        const choice = chooseChannel(reach, tried, available);
        expect(CHANNEL_REASONS).toContain(choice.reason);
        if (choice.channel === 'call_list') return;
        expect(available).toContain(choice.channel);
        expect(tried).not.toContain(choice.channel);
        const used = reach.contactPoints.find(({ id }) => id === choice.contactPointId);
        expect(reach.noMessages).toBe(false);
        expect(used?.shared && used.kind !== 'post').toBe(false);
        if (choice.channel === 'letter') expect(reach.letterInTime).toBe(true);
        expect(['dead', 'unchecked']).not.toContain(used?.health);
        expect(used?.optedOut).not.toContain(choice.channel);
        if (choice.channel === 'sms') expect(used?.kind).toBe('mobile');
        if (choice.channel === 'email') expect(used?.kind).toBe('email');
      }),
      { numRuns: 500 },
    );
  });
  it('gives up only when every way is closed', () => {
    fc.assert(
      fc.property(aReach, some, (reach, tried) => {
        const choice = chooseChannel(reach, tried, ALL);
        if (choice.channel !== 'call_list' || choice.reason === 'preference' || choice.reason === 'safety') return;
        const open = reach.contactPoints.filter(({ kind, health, shared, optedOut }) => {
          const channel = kind === 'mobile' ? 'sms' : 'email';
          return (
            (kind === 'mobile' || kind === 'email') &&
            health !== 'dead' &&
            health !== 'unchecked' &&
            !shared &&
            !optedOut.includes(channel) &&
            !tried.includes(channel)
          );
        });
        expect(open).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  it('a level changes the order of what is open, and nothing else', () => {
    fc.assert(
      fc.property(aReach, some, some, (reach, tried, available) => {
        const plain = chooseChannel({ ...reach, level: null }, tried, available);
        const choice = chooseChannel(reach, tried, available);
        if (reach.noMessages) expect(choice).toEqual({ channel: 'call_list', reason: 'safety' });
        if (plain.reason === 'preference') expect(choice).toEqual(plain);
        if (reach.level !== 'assisted') expect(choice).toEqual(plain);
        // Nobody is shut out by it, and no closed way is opened.
        expect(choice.channel === 'call_list').toBe(plain.channel === 'call_list');
        if (choice.channel === 'call_list') expect(choice).toEqual(plain);
        if (choice.reason === 'profile') expect(['voice', 'letter']).toContain(choice.channel);
      }),
      { numRuns: 1000 },
    );
  });
  it('comes to an end however often it fails', () => {
    fc.assert(
      fc.property(aReach, (reach) => {
        const tried: Channel[] = [];
        for (;;) {
          const { channel } = chooseChannel(reach, tried, CHANNELS);
          if (channel === 'call_list') break;
          tried.push(channel);
        }
        expect(tried.length).toBeLessThan(CHANNELS.length);
      }),
    );
  });
});
