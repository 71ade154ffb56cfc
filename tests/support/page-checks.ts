import { connect } from 'node:net';
import type { Page } from 'playwright-core';

/** Links, buttons and answers that are smaller than a finger, as lines. Links inside a sentence are exempt (WCAG 2.5.8). */
export async function smallTargets(page: Page, least: { action: number; other: number }): Promise<string[]> {
  const limits: [selector: string, least: number][] = [
    ['main button, main input, main .govuk-radios__item', least.action],
    ['a:not(.govuk-skip-link):not(p a):not(li a), summary, header button:not([aria-hidden])', least.other],
  ];
  // All of them at once: asking the browser about one after the other takes ten times as long.
  return page.evaluate<string[]>(`${JSON.stringify(limits)}.flatMap(([selector, least]) =>
    [...document.querySelectorAll(selector)]
      .map((target) => ({ target, height: target.getBoundingClientRect().height }))
      // What is not shown has no box. Half a pixel is a matter of rounding.
      .filter(({ target, height }) => target.getClientRects().length > 0 && height < least - 0.5)
      .map(({ target, height }) => target.outerHTML + ': ' + height))`);
}

/** True when something sticks out at the side, so that the page scrolls sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** How many bytes an answer is on the wire, headers counted, to a browser that takes Brotli. */
export function bytesOnTheWire(url: string, cookie = ''): Promise<number> {
  const { hostname, port, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: gzip, deflate, br\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk) => (bytes += chunk.length));
    socket.on('end', () => resolve(bytes));
    socket.on('error', reject);
  });
}

/** Words in tables that are broken over two lines, because their column is too narrow for them. */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('th, td')].flatMap((cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const broken = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const word of text.data.matchAll(/[\\p{L}\\p{N}’]+/gu)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) broken.push(word[0]);
      }
    return broken;
  })`);
}

/** Buttons and choices that are too low for a finger (44 px), by their words. */
export function lowButtons(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('button, select, summary, .wm-tap')]
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])
    .filter(([, height]) => height > 1 && height < 44)
    .map(([words, height]) => words + ' ' + height)`);
}
