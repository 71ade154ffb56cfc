import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_ACTIONS } from '~/domain/assisted/customer-actions';
import { mayHelpAt } from '~/domain/assisted/help';
import { LANGUAGES } from '~/domain/language';
import { listDeclarations } from '~/http/access-declarations.server';
import { routePatterns } from '~/http/route-patterns.server';
import { helpWords } from '~/i18n/pages/help';
import { PARITY_ROWS } from '../support/parity-table';

const entry = join(process.cwd(), 'build', 'server', 'index.js');
if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;

/** Of staff, of the demo, or of the shared computer itself: nobody does them as a customer. */
const NOT_CUSTOMERS = /^\/(staff|outbox|demo|kiosk)(\/|$)/;
const patterns = routePatterns(build);
const actions = listDeclarations(build).flatMap(({ routeId, part, access }) => {
  const pattern = patterns.get(routeId)!;
  const isTheirs = access?.who === 'customer' || access?.who === 'link' || access?.who === 'anyone';
  return part === 'action' && isTheirs && !NOT_CUSTOMERS.test(pattern) ? [{ pattern, who: access.who }] : [];
});
/** A path of the pattern. */
const pathOf = (pattern: string) => pattern.replaceAll(/:\w+/g, '0199-a');

describe('what customers can do', () => {
  it('is in the table of ways, and nothing that is gone', () => {
    expect(Object.keys(CUSTOMER_ACTIONS).sort()).toEqual(actions.map(({ pattern }) => pattern).sort());
  });

  it('stands in docs/channel-parity.md, row by row', () => {
    const text = readFileSync('docs/channel-parity.md', 'utf8');
    const rows = text
      .split('\n')
      .filter((line) => line.startsWith('| `/'))
      .map((line) => line.replaceAll(/ +/g, ' '));
    expect(rows).toEqual(PARITY_ROWS);
  });

  it.each(actions)('by $pattern can be done by a helper just where the table says so', ({ pattern, who }) => {
    const ways = CUSTOMER_ACTIONS[pattern]!;
    // A link has no session: whoever has no message uses the page that it leads to.
    if (who === 'link') return;
    expect(mayHelpAt('adviser', pathOf(pattern))).toBe(ways.phone === 'help');
    expect(ways.desk).toBe(ways.phone);
    // A manager does not read what customers wrote for their adviser.
    const inWords = /^\/(adviser\/messages|situation)/.test(pattern);
    expect(mayHelpAt('manager', pathOf(pattern))).toBe(ways.phone === 'help' && !inWords);
    for (const role of ['organiser', 'administrator', 'partner'] as const)
      expect(mayHelpAt(role, pathOf(pattern))).toBe(false);
  });

  it('has a service wherever a signed-in customer does it and anybody may do it for them', () => {
    const without = actions.filter(
      ({ pattern, who }) =>
        who === 'customer' && CUSTOMER_ACTIONS[pattern]!.phone === 'help' && !CUSTOMER_ACTIONS[pattern]!.service,
    );
    expect(without.map(({ pattern }) => pattern).sort()).toEqual([
      ...['/adviser/messages/read', '/help/end'],
      // A question of many: what counts is that all were answered, or that the wish was sent.
      ...['/profile/:question', '/profile/age', '/profile/another-way'],
    ]);
  });

  it.each(LANGUAGES)('has words to read it back in, in %s', (language) => {
    const { acts } = helpWords.in(language);
    const counted = Object.entries(CUSTOMER_ACTIONS).flatMap(([pattern, { service }]) => (service ? [pattern] : []));
    expect(Object.keys(acts).sort()).toEqual(counted.sort());
  });
});
