import type { Page } from 'playwright-core';
import type { Language } from '~/domain/language';
import { scrollsSideways } from './page-checks';
import { pageFaults } from './page-faults';
import { DESKTOP, PHONE } from './portal';

/** What is wrong with the staff page that is open: axe, html-validate, its language, a script, or wider than a phone in large letters. */
export async function staffPageFaults(page: Page, language: Language): Promise<string[]> {
  const faults = await pageFaults(page);
  if ((await page.locator('html').getAttribute('lang')) !== language) faults.push('language');
  if ((await page.locator('script').count()) > 0) faults.push('a script');
  await page.setViewportSize(PHONE);
  if (await scrollsSideways(page)) faults.push('wider than a phone');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  if (await scrollsSideways(page)) faults.push('wider than 320 pixels in large letters');
  await page.setViewportSize(DESKTOP);
  return faults;
}
