import { describe, expect, it } from 'vitest';
import { passingChoice, passingPath, readPassing, type PassingValues } from './passing-form';

const good: PassingValues = { which: 'ticked', ticked: ['aled'], to: ['rhys'], reason: 'leaver', note: '' };
const choice = { customerIds: ['aled', 'mari', 'tomos'], people: ['sioned', 'rhys', 'helen'], from: 'sioned' };
const read = (changes: Partial<PassingValues>, from = 'sioned') =>
  readPassing({ ...good, ...changes }, { ...choice, from });

describe('the form that passes customers on', () => {
  it('takes those who are ticked, or everybody', () => {
    expect(read({})).toEqual({ ok: true, customerIds: ['aled'], to: ['rhys'], reason: 'leaver', note: '' });
    expect(read({ which: 'all', to: ['rhys', 'helen'] })).toMatchObject({
      customerIds: choice.customerIds,
      to: ['rhys', 'helen'],
    });
  });
  it.each([
    ['nobody ticked', { ticked: [] }, { which: 'which' }],
    ['nothing said of which', { which: '' }, { which: 'which' }],
    ['somebody of elsewhere', { ticked: ['ravi'] }, { which: 'which' }],
    ['nobody to take them', { to: [] }, { to: 'to' }],
    ['back to whose they are', { to: ['sioned'] }, { to: 'to' }],
    ['a colleague of elsewhere', { to: ['joanne'] }, { to: 'to' }],
    ['no reason', { reason: '' }, { reason: 'reason' }],
    ['nothing at all', { which: '', to: [], reason: '' }, { which: 'which', to: 'to', reason: 'reason' }],
  ])('%s', (_name, changes, problems) => expect(read(changes)).toEqual({ ok: false, problems }));
  it('asks no reason for a first adviser', () =>
    expect(read({ reason: '' }, 'none')).toMatchObject({ ok: true, reason: 'first' }));
  it('has an address that says the same again', () => {
    const one = { from: 'none', language: 'cy', page: 3, tickAll: true } as const;
    const address = passingPath(one, { page: 3, tickAll: true });
    expect(passingChoice(new URL(address, 'http://portal.invalid').searchParams)).toEqual(one);
    const nonsense = new URLSearchParams('from=x&language=xx&page=-1&tick=some');
    expect(passingChoice(nonsense)).toEqual({ from: null, language: null, page: 1, tickAll: false });
  });
});
