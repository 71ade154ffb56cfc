import type { Page } from 'playwright-core';
import type { Language } from '~/domain/language';
import { scrollsSideways } from './page-checks';
import { pageFaults } from './page-faults';
import { DESKTOP, PHONE } from './portal';

/** Whoever skips to the page is past the menu; a page that the menu does not name has a way back. */
const WAYS = `(() => {
  const menu = document.querySelector('.wm-staff-bar');
  if (menu === null) return [];
  const skipsTo = document.querySelector(document.querySelector('.govuk-skip-link').getAttribute('href'));
  const isPast = skipsTo !== null && menu.compareDocumentPosition(skipsTo) === Node.DOCUMENT_POSITION_FOLLOWING;
  const goesBack = document.querySelector('.wm-staff-bar [aria-current="page"], .govuk-back-link') !== null;
  return [!isPast && 'the skip link stops before the menu', !goesBack && 'no way back'].filter(Boolean);
})()`;

/** What is wrong with the staff page that is open: axe, html-validate, its language, a script, wider than a phone in large letters, or without a way on or back. */
export async function staffPageFaults(page: Page, language: Language): Promise<string[]> {
  const faults = await pageFaults(page);
  if ((await page.locator('html').getAttribute('lang')) !== language) faults.push('language');
  if ((await page.locator('script').count()) > 0) faults.push('a script');
  faults.push(...(await page.evaluate<string[]>(WAYS)));
  await page.setViewportSize(PHONE);
  if (await scrollsSideways(page)) faults.push('wider than a phone');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  if (await scrollsSideways(page)) faults.push('wider than 320 pixels in large letters');
  await page.setViewportSize(DESKTOP);
  return faults;
}
