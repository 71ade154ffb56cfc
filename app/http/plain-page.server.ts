import type { Language } from '~/domain/language';

/** A page from the server itself: it needs no database, no build and no style sheet. */
export function plainPage(page: { language: Language; title: string; main: string; nonce: string }): string {
  const { language, title, main, nonce } = page;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Waymark</title>
<style nonce="${nonce}">body{font:1.1875rem/1.4 system-ui,sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

/** A sentence that ends with the number to call, to press; nothing when no number is known. */
export function callLine(words: string, phone: string): string {
  if (phone === '') return '';
  // An office that types something else than a number is shown what it typed, and nothing happens with it.
  const shown = phone.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(' ', '&nbsp;');
  return `<p>${words} <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${shown}</a></p>`;
}
