import { describe, expect, it, test } from 'vitest';
import { readAccessNeeds, readLanguage, readNameForm, readPreferences } from './details-forms.server';

describe('the name form', () => {
  it('takes any name, and no word for what to be called', () => {
    const read = readNameForm({ knownAs: '  ', firstName: '張', lastName: "O'Brien" });
    expect(read).toEqual({ ok: true, name: { knownAs: null, firstName: '張', lastName: "O'Brien" } });
  });
  it('says what is missing, and keeps the rest', () => {
    const read = readNameForm({ knownAs: 'Al', firstName: '', lastName: 'x'.repeat(101) });
    expect(read).toMatchObject({
      ...{ ok: false, problems: { firstName: 'empty', lastName: 'long' } },
      values: { knownAs: 'Al', firstName: '' },
    });
  });
});

test('the language is one that we speak', () => {
  expect(readLanguage({ language: 'cy' })).toBe('cy');
  expect(readLanguage({ language: 'fr' })).toBeNull();
  expect(readLanguage({})).toBeNull();
});

describe('the contact preferences', () => {
  const good = { channel: 'email', quietFrom: '10pm', quietTo: '11:00', discreet: 'no' };
  it('reads times as people write them', () => {
    expect(readPreferences(good)).toMatchObject({
      preferences: { preferredChannel: 'email', quiet: { from: '22:00', to: '11:00' }, discreet: false },
    });
  });
  it('has no quiet times when both are empty, and no channel when any will do', () => {
    const read = readPreferences({ ...good, channel: 'none', quietFrom: '', quietTo: ' ' });
    expect(read).toMatchObject({ preferences: { preferredChannel: null, quiet: null } });
  });
  it.each([
    [{ quietTo: '' }, { quietTo: 'other' }],
    [{ quietFrom: '' }, { quietFrom: 'other' }],
    [{ quietFrom: 'late' }, { quietFrom: 'time' }],
    [{ channel: 'pigeon' }, { channel: 'channel' }],
    [{ discreet: '' }, { discreet: 'discreet' }],
  ])('with %j says %j', (wrong, problems) => {
    expect(readPreferences({ ...good, ...wrong })).toMatchObject({ ok: false, problems });
  });
});

describe('the access needs', () => {
  it('takes words for a tick', () => {
    const read = readAccessNeeds({ 'need-large_print': 'large_print', interpreterDetail: ' Polish ' });
    expect(read).toEqual({ ok: true, told: { large_print: '', interpreter: 'Polish' } });
  });
  it('asks what “something else” is', () => {
    expect(readAccessNeeds({ 'need-other': 'other' })).toMatchObject({ ok: false, problems: { otherDetail: 'other' } });
    expect(readAccessNeeds({ otherDetail: 'x'.repeat(201) })).toMatchObject({ problems: { otherDetail: 'long' } });
  });
  it('takes nothing ticked as nothing needed', () => {
    expect(readAccessNeeds({ 'need-bsl': 'something' })).toEqual({ ok: true, told: {} });
  });
});
