import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import { anAppointmentsWorld, type AppointmentsWorld, type Someone } from '../support/appointments-world';
import { bytesOnTheWire } from '../support/page-checks';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('the pages of a customer’s appointments', () => {
  let portal: TestPortal;
  let world: AppointmentsWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await anAppointmentsWorld(portal);
  });
  afterAll(() => portal.close());

  const shown = (
    name: string,
    who: () => Promise<Someone>,
    rest: string | ((one: Someone) => string),
    more: Partial<Shown> & { press?: (language: Language) => string } = {},
  ): Shown => ({
    name,
    ...more,
    async open(page, language) {
      const one = await who();
      await world.signIn(page, one.customerId);
      const path = typeof rest === 'string' ? `${one.path}${rest}` : rest(one);
      const response = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      if (!more.press) return response;
      const button = page.getByRole('button', { name: more.press(language), exact: true });
      const [answer] = await Promise.all([page.waitForNavigation(), button.click()]);
      return answer;
    },
  });
  const nobody = () => world.nobody();
  const attended = () => world.someone({ startsAt: NOW - DAY, status: 'attended' });
  const withFeed = async () => {
    const one = await world.someone();
    await portal.composition.services.makeCalendarFeed(one);
    return one;
  };
  theyAreSound(
    () => portal,
    [
      shown(
        'home, discreet',
        () => world.someone({}, { discreet: true }),
        () => '/',
      ),
      shown(
        'all meetings',
        () => world.someone(),
        () => '/appointments',
      ),
      shown('all meetings, past', attended, () => '/appointments'),
      shown('all meetings, with none', nobody, () => '/appointments'),
      shown('a meeting', () => world.someone(), ''),
      shown(
        'a meeting, just moved',
        () => world.someone({ mode: 'video', joinBy: 'https://video.example/1' }),
        '?done=moved',
      ),
      shown('a meeting without an address to join', () => world.someone({ mode: 'video' }), ''),
      shown('a meeting that was', attended, ''),
      shown('a meeting that is off', () => world.someone({ status: 'cancelled_by_office' }), ''),
      shown('somebody else’s', async () => ({ ...(await world.someone()), path: (await world.someone()).path }), '', {
        status: 404,
      }),
      shown('an earlier time', () => world.someone(), '/earlier'),
      shown('an earlier time, with none free', () => world.someone({ startsAt: NOW + HOUR }), '/earlier?done=asked'),
      shown('how it was', attended, '/feedback'),
      shown('how it was, not answered', attended, '/feedback', {
        status: 422,
        press: (language) => ownAppointmentsWords.in(language).feedback.submit,
      }),
      shown('the calendar', nobody, () => '/calendar'),
      shown('the calendar with an address', withFeed, () => '/calendar?done=made'),
    ],
  );

  it('fit what a phone gets in one go', async () => {
    const one = await withFeed();
    const cookie = `session=${await world.sessionOf(one.customerId)}`;
    const css = /rel="stylesheet" href="([^"]+)"/.exec(await (await fetch(`${portal.url}/sign-in`)).text())![1]!;
    const styles = await bytesOnTheWire(`${portal.url}${css}`);
    for (const path of ['/', '/appointments', one.path, `${one.path}/earlier`, '/calendar']) {
      const bytes = await bytesOnTheWire(`${portal.url}${path}`, cookie);
      console.log(`${path} ${bytes}, style sheet ${styles} bytes on the wire`);
      expect(bytes).toBeLessThanOrEqual(4_000);
      expect(bytes + styles).toBeLessThanOrEqual(10_000);
    }
  });
});
