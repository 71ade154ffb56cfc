import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../clock';
import { isNearlyOver, kioskState, nameProblem, openUntil, secondsOnScreen, typedDigits } from './kiosk';
import { begunForm, isFromOutside, keptFields, kioskRoom, leadsAway } from './kiosk-rooms';

describe('a shared computer', () => {
  it('stays open for two hours without use, and never after the day', () => {
    expect(openUntil(0, 10 * HOUR)).toBe(2 * HOUR);
    expect(openUntil(9 * HOUR, 10 * HOUR)).toBe(10 * HOUR);
  });

  it('has a state', () => {
    const kiosk = { enrolledAt: 1, revokedAt: null, openUntil: 10 };
    expect(kioskState({ ...kiosk, enrolledAt: null }, 5)).toBe('waits');
    expect(kioskState(kiosk, 9)).toBe('open');
    expect(kioskState(kiosk, 10)).toBe('locked');
    expect(kioskState({ ...kiosk, revokedAt: 2 }, 5)).toBe('revoked');
  });

  it('has a name that fits', () => {
    expect([' ', 'x'.repeat(41), ' By the window '].map(nameProblem)).toEqual(['empty', 'long', null]);
    expect(typedDigits(' 1234-56 78')).toBe('12345678');
  });

  it.each([
    [30 * MINUTE, 180],
    [3 * MINUTE, 180],
    [179 * SECOND, 170],
    [65 * SECOND, 60],
    [SECOND, 10],
  ])('shows a page, with %d ms left, for %d s', (left, seconds) => {
    expect(secondsOnScreen(left, 0)).toBe(seconds);
  });

  it('says when half an hour is nearly over', () => {
    expect([5 * MINUTE, 5 * MINUTE + 1].map((end) => isNearlyOver(end, 0))).toEqual([true, false]);
  });

  it.each([
    ['/kiosk', 'always'],
    ['/kiosk/near', 'always'],
    ['/kiosk/drafts/1/removal', 'open'],
    ['/', 'open'],
    ['/staff', 'open'],
    ['/staff/customers/1/plan.pdf', 'open'],
    ['/sign-in', 'open'],
    ['/sign-in/card', 'open'],
    ['/sign-in/password', 'own_device'],
    ['/sign-in/passkey/question', 'own_device'],
    ['/sign-in-methods', 'own_device'],
    ['/details/download/file', 'own_device'],
    ['/details', 'open'],
    ['/plan.pdf', 'own_device'],
    ['/appointments/1/appointment.ics', 'own_device'],
    ['/appointments/1', 'open'],
    ['/a/token', 'own_device'],
    ['/outbox', 'own_device'],
  ])('lets people be at %s: %s', (path, room) => {
    expect(kioskRoom(path)).toBe(room);
  });

  it('knows a request from outside by what the browser says', () => {
    const from = (site: string | undefined) => isFromOutside({ site });
    expect(['none', 'cross-site', 'same-site'].map((site) => from(site))).toEqual([true, true, true]);
    expect([from('same-origin'), from(undefined)]).toEqual([false, false]);
  });

  it('leads away from every page but those that are nobody’s', () => {
    expect(['/kiosk', '/kiosk/enrol', '/kiosk/near', '/'].map(leadsAway)).toEqual([false, false, true, true]);
  });

  it('keeps no proof of who somebody is', () => {
    const fields = new URLSearchParams('name=A&code=1&password=2&newPassword=3&words=4&pin=5');
    expect(keptFields(fields).toString()).toBe('name=A');
    expect(['/details/name', '/adviser/messages/new', '/x'].map(begunForm)).toEqual(['name', 'message', 'other']);
  });
});
