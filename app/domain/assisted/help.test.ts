import { describe, expect, it } from 'vitest';
import { ROLES } from '../access/role';
import { mayHelpAt } from './help';

describe('where a colleague may be for somebody', () => {
  it.each([
    ['/', true, true],
    ['/appointments', true, true],
    ['/appointments/1/cannot-come', true, true],
    ['/clubs/CLUB-1/going', true, true],
    ['/call-request', true, true],
    ['/profile/open_link', true, true],
    ['/details', true, true],
    ['/details/contacts/new', true, true],
    ['/details/sharing/1/consent', true, false],
    ['/plan', true, false],
    ['/plan/steps/new', true, false],
    ['/journey', true, false],
    ['/situation', true, false, false],
    ['/adviser/messages', true, false, false],
    ['/visits/1/agreement', false, false],
    ['/visits/new', true, false],
    ['/appointments/1/messages', true, false],
    ['/details/download', false, false],
    ['/details/download/file', false, false],
    ['/sign-in-methods', false, false],
    ['/sign-in-methods/password', false, false],
    ['/sign-in', false, false],
    ['/sign-in/code', false, false],
    ['/sign-out', false, false],
    ['/calendar', false, false],
  ] as [string, boolean, boolean, boolean?][])(
    '%s: an adviser %s, a champion %s',
    (path, adviser, champion, manager = adviser) => {
      expect(mayHelpAt('adviser', path)).toBe(adviser);
      expect(mayHelpAt('manager', path)).toBe(manager);
      expect(mayHelpAt('champion', path)).toBe(champion);
    },
  );

  it('is nowhere for those who help nobody', () => {
    for (const role of ROLES.filter((one) => !['adviser', 'manager', 'champion'].includes(one)))
      expect(mayHelpAt(role, '/')).toBe(false);
  });
});
