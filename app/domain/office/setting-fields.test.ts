import { describe, expect, it } from 'vitest';
import { ROLES } from '../access/role';
import { barToEnd, OFFICE_FIELDS, PROFILE_FIELDS, rolesToGive } from './office-form';
import { readSettings, refFrom, type SettingField } from './setting-fields';
import { fieldsOf, firstValues, mayEdit, SETTING_LISTS, settingList } from './setting-lists';

const phone = (text: string) => (/^[\d ]{9,}$/.test(text) ? text : null);
const read = (field: Omit<SettingField, 'name'>, text: string) => {
  const result = readSettings([{ name: 'it', ...field } as SettingField], { it: text }, phone);
  return result.ok ? result.values.it : `! ${result.problems.it}`;
};

describe('a field of a setting', () => {
  it.each([
    [{ kind: 'line', longest: 5 }, '  a \t b ', 'a b'],
    [{ kind: 'line', longest: 5 }, '', '! missing'],
    [{ kind: 'line', longest: 5, optional: true }, ' ', ''],
    [{ kind: 'line', longest: 5 }, 'abcdef', '! too_long'],
    [{ kind: 'line', longest: 5 }, '🐑🐑🐑🐑🐑', '🐑🐑🐑🐑🐑'],
    [{ kind: 'line', longest: 5 }, 'a\u202eb', '! hidden'],
    [{ kind: 'line', longest: 5 }, 'a\nb', '! hidden'],
    [{ kind: 'text', longest: 5 }, 'a\r\nb', 'a\nb'],
    [{ kind: 'message', longest: 90 }, 'Your benefit may be stopped', '! forbidden'],
    [{ kind: 'message', longest: 90 }, 'Bring your CV', 'Bring your CV'],
    [{ kind: 'number', least: 0, most: 15 }, '007', '7'],
    [{ kind: 'number', least: 0, most: 15 }, '16', '! number'],
    [{ kind: 'number', least: 5, most: 15 }, '4', '! number'],
    [{ kind: 'number', least: 0, most: 15 }, '-1', '! number'],
    [{ kind: 'number', least: 0, most: 15 }, '1.5', '! number'],
    [{ kind: 'number', least: 0, most: 15 }, '１', '! number'],
    [{ kind: 'choice', options: ['a', 'b'] }, 'b', 'b'],
    [{ kind: 'choice', options: ['a', 'b'] }, '', '! choose'],
    [{ kind: 'choice', options: ['a', 'b'] }, 'constructor', '! choose'],
    [{ kind: 'choices', options: ['en', 'cy', 'pl'] }, 'pl,en,xx,pl', 'en,pl'],
    [{ kind: 'date' }, '2026-02-29', '! date'],
    [{ kind: 'date' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'time' }, '24:00', '! time'],
    [{ kind: 'time' }, '09:30', '09:30'],
    [{ kind: 'phone' }, '01632 960100', '01632 960100'],
    [{ kind: 'phone' }, 'ask', '! phone'],
    [{ kind: 'postcode' }, 'll571aa', 'LL57 1AA'],
    [{ kind: 'postcode' }, 'LL57', '! postcode'],
    [{ kind: 'email' }, 'Nia.Rees@Office.Example', 'nia.rees@office.example'],
    [{ kind: 'email' }, 'nia', '! email'],
    [{ kind: 'web' }, 'https://video.example/room/7', 'https://video.example/room/7'],
    [{ kind: 'web' }, 'javascript:alert(1)', '! web'],
    [{ kind: 'web' }, 'http://video.example/', '! web'],
    [{ kind: 'web' }, 'https://me:secret@video.example/', '! web'],
  ] as [Omit<SettingField, 'name'>, string, string][])('%j %s is %s', (field, text, is) => {
    expect(read(field, text)).toBe(is);
  });

  it('keeps days and hours in order', () => {
    const days = fieldsOf('school-holidays', { kinds: [] });
    const holiday = { name: 'Half term', fromOn: '2026-10-26', untilOn: '2026-10-25' };
    expect(readSettings(days, holiday, phone)).toEqual({ ok: false, problems: { untilOn: 'until_before' } });
    const office = { name: 'Bangor', address: '1 High Street', postcode: 'LL57 1AA', phone: '01632 960100', division: 'scotland', overlapMinutes: '15' }; // prettier-ignore
    const open = (opensAt: string, closesAt: string) => readSettings(OFFICE_FIELDS, { ...office, opensAt, closesAt }, phone); // prettier-ignore
    expect(open('09:00', '10:00').ok).toBe(true);
    expect(open('09:00', '09:59')).toEqual({ ok: false, problems: { closesAt: 'closes_before' } });
    expect(readSettings(PROFILE_FIELDS, {}, phone).ok).toBe(true);
  });
});

describe('the lists of an office', () => {
  it.each(SETTING_LISTS)(
    '%s: a new one needs what has no value of its own, and is never complete by itself',
    (list) => {
      const fields = fieldsOf(list, { kinds: ['review'] });
      const result = readSettings(fields, firstValues(list), phone);
      expect(result.ok).toBe(false);
      expect(fields.map(({ name }) => name)).toEqual([...new Set(fields.map(({ name }) => name))]);
      expect(mayEdit(list, 'adviser')).toBe(false);
      expect(mayEdit(list, 'administrator')).toBe(true);
      expect(mayEdit(list, 'manager')).toBe(list !== 'partners');
    },
  );

  it('have no other names', () => {
    expect(settingList('places')).toBe('places');
    expect([settingList('toString'), settingList(undefined), settingList('staff')]).toEqual([null, null, null]);
  });
});

it.each([
  ['Job search', [], 'job_search'],
  ['Job search', ['job_search'], 'job_search_2'],
  ['  Sesiwn grŵp! ', [], 'sesiwn_grwp'],
  ['مقابلة', [], 'kind'],
  ['مقابلة', ['kind', 'kind_2'], 'kind_3'],
])('the reference of %s beside %j is %s', (name, taken, ref) => {
  expect(refFrom(name, taken)).toBe(ref);
});

describe('who may end whose role', () => {
  const manager = { id: 'm', role: 'manager' } as const;
  const administrator = { id: 'a', role: 'administrator' } as const;
  const none = { managers: 0, administrators: 0 };
  it.each([
    [manager, manager, { managers: 3, administrators: 3 }, 'own'],
    [manager, administrator, { managers: 3, administrators: 3 }, 'not_yours'],
    [manager, { id: 'x', role: 'adviser' }, none, null],
    [manager, { id: 'x', role: 'manager' }, { managers: 1, administrators: 0 }, null],
    [manager, { id: 'x', role: 'partner' }, none, 'not_yours'],
    [administrator, { id: 'x', role: 'partner' }, none, null],
    [administrator, manager, none, 'last_manager'],
    [administrator, { id: 'b', role: 'administrator' }, none, 'last_administrator'],
    [administrator, { id: 'b', role: 'administrator' }, { managers: 0, administrators: 1 }, null],
    [{ id: 'v', role: 'adviser' }, { id: 'x', role: 'organiser' }, none, 'not_yours'],
  ] as const)('%j about %j beside %j: %s', (by, member, others, bar) => {
    expect(barToEnd(by, member, others)).toBe(bar);
  });

  it('only an administrator makes another, or a partner', () => {
    expect(rolesToGive('administrator')).toEqual(ROLES);
    expect(rolesToGive('manager')).toEqual(['adviser', 'champion', 'organiser', 'manager']);
    expect(rolesToGive('champion')).toEqual([]);
  });
});
