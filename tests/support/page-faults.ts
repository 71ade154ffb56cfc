import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { CDPSession, Page } from 'playwright-core';

const htmlValidate = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes attributes and entities in its own way, which is correct.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'void-style': 'off',
    'doctype-style': 'off',
    // Ticks of one question have one name, as in GOV.UK's own checkboxes.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    'long-title': 'off',
    // "tel:" links stay whole without it: our style sheet keeps them on one line.
    'tel-non-breaking': 'off',
  },
});

/** The short form of it: what is sent to the browser for every page that it looks at is half as much. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Every rule is tried; what is in order is only not described. In the page itself, because axe's own way of going about it
 * (which is for frames from elsewhere, and we have none) opens a second page for every page that it looks at.
 */
const RUN_AXE = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";

/**
 * What axe and html-validate find wrong with the page as it is, one line for each; empty is good. Given the HTML as it
 * was `served`, that is what is validated, before the browser has put anything right.
 */
export async function pageFaults(page: Page, served?: string): Promise<string[]> {
  const html = served ?? (await page.content());
  // One in the browser, the other here: neither waits for the other.
  const [accessibility, markup] = await Promise.all([axeFaults(page), markupFaults(html)]);
  return [...accessibility, ...markup];
}

/** To the browser itself: what is evaluated so need not be read anew for each page, as what goes round by Playwright's own way is. */
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}
const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function axeFaults(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('There is a frame in the page, into which nobody looks');
  await (await sessionOf(page)).send('Runtime.evaluate', { expression: AXE });
  const violations = await page.evaluate<axe.Result[]>(RUN_AXE);
  return violations.map((fault) => `axe ${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function markupFaults(html: string): Promise<string[]> {
  const report = await htmlValidate.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `html ${message.ruleId}: ${message.message} (${message.selector ?? ''})`),
  );
}
