import { describe, expect, it } from 'vitest';
import { DAY } from '../clock';
import { answersIn, completeAnswers, firstOpen, helpsIn, QUESTIONS } from './answers';
import { readOtherWay } from './other-way-form';
import { isOutOfDate } from './profile-age';
import { ageBandIn, readAnswer, readProfileForm } from './profile-form';
import { pathAfter, pathBefore, questionAt, questionPath } from './question-path';
import { channelToSet } from './wished-channel';

const ALL = {
  ...{ device: ['own'], online: ['yes'], readByOthers: ['no'], often: ['weekly'], way: ['text'] },
  ...{ open_link: ['alone'], write_message: ['no'], fill_form: ['with_help'], use_code: ['alone'] },
  ...{ spot_scam: ['alone'], wants: ['course', 'champion', 'rubbish', 'nothing'], ageBand: ['25_to_34'] },
};

describe('the answer to a question', () => {
  it('is one of those that are offered', () => {
    expect(readAnswer('device', { device: ['shared'] })).toEqual({ ok: true, answer: { device: 'shared' } });
    expect(readAnswer('device', {})).toEqual({ ok: false, problem: 'missing' });
    expect(readAnswer('device', { device: [''] })).toEqual({ ok: false, problem: 'missing' });
    expect(readAnswer('device', { device: ['yes'] })).toEqual({ ok: false, problem: 'wrong' });
    expect(readAnswer('device', { device: ['toString'] })).toEqual({ ok: false, problem: 'wrong' });
  });

  it('comes with what would help at the last', () => {
    expect(readAnswer('way', { way: ['letter'], wants: ['nothing'] })).toEqual({
      ok: true,
      answer: { way: 'letter', wants: ['nothing'] },
    });
    expect(readAnswer('way', { way: ['letter'] })).toMatchObject({ answer: { wants: [] } });
  });

  it('what would help is something or nothing, not both', () => {
    expect(helpsIn(['nothing', 'call', 'call', 7])).toEqual(['call']);
    expect(helpsIn(['nothing'])).toEqual(['nothing']);
  });
});

describe('all questions on one page', () => {
  it('are read together', () => {
    const read = readProfileForm(ALL);
    expect(read).toMatchObject({ ok: true, ageBand: '25_to_34' });
    expect(read.answers).toMatchObject({ device: 'own', way: 'text', wants: ['champion', 'course'] });
  });

  it('say what is missing or wrong, and keep the rest', () => {
    const read = readProfileForm({ ...ALL, often: undefined, way: ['pigeon'], ageBand: ['7'] });
    expect(read).toMatchObject({ ok: false, problems: { often: 'missing', way: 'wrong', ageBand: 'wrong' } });
    expect(read.answers).toMatchObject({ device: 'own', wants: ['champion', 'course'] });
  });

  it.each([
    ['nothing sent', undefined, null],
    ['left empty', '', null],
    ['would rather not say', 'not_said', null],
    ['a band', '65_and_over', '65_and_over'],
    ['something else', 'old', undefined],
  ])('the age: %s', (_name, sent, band) => expect(ageBandIn(sent)).toBe(band));
});

describe('answers that were kept', () => {
  it('are read as far as they are answers still', () => {
    expect(answersIn(null)).toEqual({});
    expect(answersIn('x')).toEqual({});
    expect(answersIn({ device: 'own', online: 'often', more: 1, wants: ['club', 'x'] })).toEqual({
      device: 'own',
      wants: ['club'],
    });
  });

  it('are complete when none of the ten is open', () => {
    const read = readProfileForm(ALL);
    expect(firstOpen({})).toBe('device');
    expect(firstOpen({ device: 'own', online: 'yes', often: 'weekly' })).toBe('readByOthers');
    expect(completeAnswers({ device: 'own' })).toBeNull();
    const { wants: _wants, ...ten } = read.answers;
    expect(completeAnswers(ten)).toEqual({ ...ten, wants: [] });
  });

  it('are good for six months', () => {
    expect(isOutOfDate(0, 183 * DAY - 1)).toBe(false);
    expect(isOutOfDate(0, 183 * DAY)).toBe(true);
  });
});

describe('the way through the questions', () => {
  it('has an address for each, which tells nothing', () => {
    for (const question of QUESTIONS) expect(questionAt(questionPath(question).split('/').at(-1))).toBe(question);
    expect(new Set(QUESTIONS.map(questionPath)).size).toBe(10);
    expect(QUESTIONS.map(questionPath).join()).not.toMatch(/others|read|scam/i);
    expect([questionAt('readByOthers'), questionAt(undefined), questionAt('toString')]).toEqual([null, null, null]);
  });

  it('leads back one, and on to the first that is open', () => {
    const { answers } = readProfileForm(ALL);
    expect(pathBefore('device')).toBe('/profile');
    expect(pathBefore('readByOthers')).toBe('/profile/online');
    expect(pathAfter('device', { device: 'own' }, false)).toBe('/profile/online');
    expect(pathAfter('often', { device: 'own', often: 'weekly' }, false)).toBe('/profile/online');
    expect(pathAfter('way', answers, false)).toBe('/profile/age');
    expect(pathAfter('way', answers, true)).toBe('/profile/check');
    expect(pathAfter('device', answers, false)).toBe('/profile/check');
  });
});

describe('asking for another way', () => {
  it('takes one of the ways, and words or none', () => {
    expect(readOtherWay({ wants: 'phone', note: ' a\r\nb ' })).toEqual({ ok: true, wants: 'phone', note: 'a\nb' });
    expect(readOtherWay({ wants: 'online', note: ' ' })).toEqual({ ok: true, wants: 'online', note: null });
    expect(readOtherWay({ wants: '', note: '' })).toEqual({ ok: false, problems: { wants: 'missing' } });
    expect(readOtherWay({ wants: 'fax', note: 'x'.repeat(501) })).toEqual({
      ok: false,
      problems: { wants: 'wrong', note: 'long' },
    });
    expect(readOtherWay({ wants: 'phone', note: 'x'.repeat(500) }).ok).toBe(true);
  });
});

describe('the channel to prefer', () => {
  it.each([
    ['text', null, 'sms'],
    ['text', 'sms', undefined],
    ['email', 'sms', 'email'],
    ['phone', null, 'call_list'],
    ['face_to_face', 'sms', 'call_list'],
    ['letter', null, 'letter'],
    ['no_preference', 'sms', undefined],
  ] as const)('for %s where %s is on record', (way, onRecord, channel) =>
    expect(channelToSet(way, onRecord)).toBe(channel),
  );
});
