/** The field with which a form on a shared computer says in whose session its page was shown. */
export const FORM_MARK = 'kiosk-form';
/** The button "I need more time" of pages with a form. */
export const MORE_TIME = 'more-time';
/** In an address: what somebody had begun is put into the page. */
export const DRAFT_PARAM = 'draft';

/** In an address, that the page leads to itself. */
export const AGAIN_PARAM = 'again';

const FIELD = /<(form|input|textarea|select)\b[^>]*>/g;
const NOT_TYPED = /type="(?:hidden|submit|button|image|radio|checkbox|file)"/;
const FORM = /<form [^>]*>[\s\S]*?<\/form>/g;
const ASKS = /<(?:textarea|select)\b|<input\b(?![^>]*type="(?:hidden|submit|button)")/;
const MORE = /<a href="[^"]*" (class="[^"]*wm-idle__more[^"]*")>([^<]*)<\/a>/;

/**
 * A finished page, as it goes out on a shared computer: the browser is asked to remember nothing that is typed, each form says in
 * whose session it was shown, and "I need more time" sends the page's form, so that nothing typed is lost. Done to the HTML, as
 * in with-typed.server.ts and for its reason: a form gets it without knowing of it. A link from a page to itself leads to another
 * address of it, as whoever asks twice for the same one from the same one is taken for a browser that was started again.
 * @param address the page's own path and query.
 * @param mark of the customer's session; null while nobody is signed in.
 */
export function onKiosk(markup: string, address: string, mark: string | null): string {
  return withOtherAddress(withMoreTime(markup, address), address)
    .replaceAll(FIELD, (tag) => (NOT_TYPED.test(tag) ? tag : remembersNothing(tag)))
    .replaceAll(/<form [^>]*method="post"[^>]*>/g, (tag) =>
      mark === null ? tag : `${tag}<input type="hidden" name="${FORM_MARK}" value="${mark}"/>`,
    );
}

function withOtherAddress(markup: string, address: string): string {
  const [path = '/', query = ''] = address.split('?');
  const search = new URLSearchParams(query);
  if (search.has(AGAIN_PARAM)) search.delete(AGAIN_PARAM);
  else search.set(AGAIN_PARAM, '1');
  const other = search.size > 0 ? `${path}?${search}` : path;
  const [from, to] = [` href="${inHtml(address)}"`, ` href="${inHtml(other)}"`];
  return markup.replaceAll(/<a\b[^>]*>/g, (tag) => tag.replace(from, () => to));
}

const inHtml = (address: string) => address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function remembersNothing(tag: string): string {
  const isField = !tag.startsWith('<form') && !tag.startsWith('<select');
  const bare = tag.replace(/ autocomplete="[^"]*"/i, '').replace(isField ? / spellcheck="[^"]*"/i : /$^/, '');
  const off = ` autocomplete="off"${isField ? ' spellcheck="false"' : ''}`;
  return bare.replace(/\s*\/?>$/, (end) => `${off}${end}`);
}

function withMoreTime(markup: string, address: string): string {
  const form = [...markup.matchAll(FORM)].find(([whole]) => ASKS.test(whole))?.[0];
  const tag = /^<form [^>]*>/.exec(form ?? '')?.[0] ?? '';
  const id = /\sid="([^"]*)"/.exec(tag)?.[1];
  if (!id || !/\smethod="post"/.test(tag)) return markup;
  const action = inHtml(address);
  return markup.replace(
    MORE,
    (_link, classes: string, text: string) =>
      `<button type="submit" form="${id}" name="${MORE_TIME}" value="yes" formaction="${action}" formnovalidate ${classes}>${text}</button>`,
  );
}
