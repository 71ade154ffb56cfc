import type { Page, Response } from 'playwright-core';

/** Signs somebody in with a card at the shared computer whose browser this is, from its start page. */
export async function signInByCard(
  page: Page,
  { url, words }: { url: string; words: readonly string[] },
): Promise<void> {
  await page.goto(`${url}/kiosk`);
  await page.getByRole('link', { name: 'I have a card', exact: true }).first().click();
  await page.getByLabel('What are the four words').fill(words.join(' '));
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.waitForURL(`${url}/`);
}

/** Goes on from the page that is open, as a link would: an address that is typed ends a visit. */
export async function goOnTo(page: Page, path: string): Promise<Response> {
  const arrived = page.waitForNavigation();
  await page.evaluate(`setTimeout(() => { location.href = '${path}'; }, 0)`);
  return (await arrived)!;
}
