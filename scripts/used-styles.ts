import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'postcss';

const CLASS = /(?:govuk|wm)-[\w-]+/g;
/** A class whose end is decided while the page is made: `govuk-tag--${colour}`. */
const BEGINNING = /((?:govuk|wm)-[\w-]*)\$\{/g;
/** What a rule does not apply to need not be there for the rule to apply. */
const EXCEPT = /:not\([^)]*\)/g;

/**
 * Leaves out of a style sheet what is for classes that no page of ours has: GOV.UK Frontend's parts come with all of their
 * variants. What is not in the first packets of a page is paid for by people with little credit.
 * @param folder where the pages' sources are.
 */
export function usedStyles(folder: string): Plugin {
  let used = new Set<string>();
  let beginnings: string[] = [];
  const isUsed = (name: string) => used.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
  const canApply = (selector: string) => (selector.replaceAll(EXCEPT, '').match(CLASS) ?? []).every(isUsed);
  return {
    postcssPlugin: 'used-styles',
    prepare() {
      const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n');
      used = new Set(source.match(CLASS));
      beginnings = [...source.matchAll(BEGINNING)].map(([, beginning]) => beginning!);
      return {
        OnceExit(root) {
          root.walkRules((rule) => {
            const left = rule.selectors.filter(canApply);
            if (left.length === 0) rule.remove();
            else if (left.length < rule.selectors.length) rule.selectors = left;
          });
          root.walkAtRules((rule) => {
            if (rule.nodes?.length === 0) rule.remove();
          });
        },
      };
    },
  };
}
