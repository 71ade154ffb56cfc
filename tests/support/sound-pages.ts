import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { scrollsSideways, smallTargets } from './page-checks';
import { pageFaults } from './page-faults';
import { DESKTOP, PHONE, type TestPortal } from './portal';

/** A page in one of its states, and how to get there. Answers with the document that was served. */
export interface Shown {
  name: string;
  open: (page: Page, language: Language) => Promise<Response | null>;
  /** 200 unless told otherwise; an answer of 422 says "Error: " in its title. */
  status?: number;
  /** Pages about a passkey alone have a script, their one: browsers give passkeys to scripts only (decision 0019). None, unless told otherwise. */
  scripts?: 0 | 1;
}

/**
 * One test for each page and language: there is no script and nothing from elsewhere, targets are as large as a finger, it
 * does not scroll sideways at 320 px and 200 % text, and what is personal is not kept; and axe and html-validate find nothing.
 * Those two take most of the time and see the same elements in either language, so each page is given to them in one, in turn;
 * EVERY_LANGUAGE=1 gives them every page in every one.
 */
export function theyAreSound(portal: () => TestPortal, pages: readonly Shown[]): void {
  // Opening a browser window costs as much as half of the checks; one without cookies is as good. An empty page in between
  // would cost as much again: the browser ends the process in which it had read axe already.
  let used: Page | null = null;
  const newVisitor = async () => {
    used ??= await portal().newVisitor();
    await used.context().clearCookies();
    await used.setViewportSize(PHONE);
    return used;
  };
  describe.each(LANGUAGES)('in %s', (language) => {
    const looked = (n: number) => !!process.env.EVERY_LANGUAGE || LANGUAGES[n % LANGUAGES.length] === language;
    it.each(pages.map((one, n) => [one.name, one, looked(n)] as const))(
      '%s is sound',
      async (_name, { open, status = 200, scripts = 0 }, closely) => {
        const page = await newVisitor();
        const elsewhere: string[] = [];
        page.removeAllListeners('request').on('request', (request) => {
          if (!request.url().startsWith(portal().url)) elsewhere.push(request.url());
        });
        const response = await open(page, language);
        expect(response!.status()).toBe(status);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect((await page.title()).startsWith(frameWords.in(language).errorInTitle)).toBe(status === 422);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator('script').count()).toBe(scripts);
        expect(await page.locator('footer').innerText()).toContain('01632');
        expect(response!.headers()['cache-control']).toContain('no-store');
        if (closely) expect(await pageFaults(page, await response!.text())).toEqual([]);
        expect(await smallTargets(page, { action: 44, other: 24 })).toEqual([]);
        expect(elsewhere).toEqual([]);

        await page.setViewportSize({ width: 320, height: 640 });
        expect(await scrollsSideways(page)).toBe(false);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await scrollsSideways(page)).toBe(false);
        await page.setViewportSize(DESKTOP);
        expect(await scrollsSideways(page)).toBe(false);
      },
    );
  });
}
