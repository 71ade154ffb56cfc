import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

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

/**
 * What axe and html-validate find wrong with the page as it is, one line for each; empty is good. Given the HTML as it
 * was `served`, that is what is validated, before the browser has put anything right.
 */
export async function pageFaults(page: Page, served?: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const accessibility = violations.map(
    (fault) => `axe ${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  const report = await htmlValidate.validateString(served ?? (await page.content()));
  const markup = report.results.flatMap((result) =>
    result.messages.map((message) => `html ${message.ruleId}: ${message.message} (${message.selector ?? ''})`),
  );
  return [...accessibility, ...markup];
}
