import { SWITCH_FIELD } from './language-switch.server';

/**
 * Pages are whole before they go out, so what concerns every form of the service is done here, once, to their HTML as
 * React writes it: every attribute in double quotes, and no `<` or `>` in a value or a text.
 */
const FORM = /<form [^>]*>[\s\S]*?<\/form>/g;
const ASKS = /<(?:textarea|select)\b|<input\b(?![^>]*type="(?:hidden|submit|button)")/;
const SWITCH = /<a class="wm-header__tool" href="\?[^"]*" hrefLang="([\w-]+)" lang="[\w-]+">([^<]*)<\/a>/g;
const FORM_ID = 'answers';

/** The first form of a page that asks for something, and where it stands; null when there is none. */
function mainFormIn(markup: string): { form: string; at: number } | null {
  for (const { 0: form, index } of markup.matchAll(FORM)) if (ASKS.test(form)) return { form, at: index };
  return null;
}

/**
 * Makes the language switch of a page with a form send that form, so that nothing typed is lost without a script.
 * @param address the page's own path and query: where the form goes for that, whatever its own `action` is.
 * @param typed what was typed before the switch, to be put back; null otherwise.
 * @param isItsOwn false when it may have been typed into another form of the page: then every field has to be in this one.
 */
export function withTyped(markup: string, address: string, typed: URLSearchParams | null, isItsOwn = true): string {
  const found = mainFormIn(markup);
  if (!found) return markup;
  const kept = typed && (isItsOwn || hasAll(found.form, typed)) ? fill(found.form, typed) : found.form;
  const [tag = ''] = /^<form [^>]*>/.exec(kept) ?? [];
  const id = attribute(tag, 'id') ?? FORM_ID;
  const form = attribute(tag, 'id') ? kept : kept.replace('<form ', `<form id="${FORM_ID}" `);
  const before = markup.slice(0, found.at);
  const after = markup.slice(found.at + found.form.length);
  const isPost = attribute(tag, 'method') === 'post';
  const [path = '', query] = address.split('?');
  const search = new URLSearchParams(query);
  search.delete('lang');
  const action = isPost ? ` formaction="${escaped(`${path}${search.size > 0 ? `?${search}` : ''}`)}"` : '';
  let first = true;
  const switched = before.replace(SWITCH, (_link, language: string, name: string) => {
    const ofEnter = first ? enterButton(form, id) : '';
    first = false;
    return (
      `${ofEnter}<button type="submit" class="wm-header__tool" form="${id}" name="${isPost ? SWITCH_FIELD : 'lang'}" ` +
      `value="${language}"${action} formnovalidate lang="${language}">${name}</button>`
    );
  });
  return switched + form + after;
}

/**
 * The Enter key presses a form's first button in the order of the page, and that would now be the switch. So a copy of
 * the form's own first button stands before it, for the key alone: not seen, not read out, not reached by Tab.
 */
function enterButton(form: string, id: string): string {
  const [, tag = '', text = ''] = /(<button\b[^>]*>)([\s\S]*?)<\/button>/.exec(form) ?? [];
  const copied = ['name', 'value', 'formaction', 'formmethod']
    .map((name) => [name, attribute(tag, name)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  return `<button type="submit" form="${id}"${copied} class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${text.replaceAll(/<[^>]*>/g, '')}</button>`;
}

/** Puts what was typed into a form. The whole form was sent: what is not in it was not ticked. */
function fill(form: string, typed: URLSearchParams): string {
  const times = new Map<string, number>();
  /** The next value of a field; several fields of one name come in the order of the page. */
  const next = (name: string) => {
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    return typed.getAll(name)[time] ?? null;
  };
  return form
    .replaceAll(/<input\b[^>]*>/g, (tag) => filledInput(tag, typed, next))
    .replaceAll(/(<textarea\b[^>]*>)([\s\S]*?)(<\/textarea>)/g, (all, tag: string, _old: string, end: string) => {
      const value = next(unescaped(attribute(tag, 'name') ?? ''));
      // A new line right after the tag does not count, so one that does needs another before it.
      return value === null ? all : `${tag}\n${escaped(value)}${end}`;
    })
    .replaceAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g, (all, tag: string, options: string) => {
      const value = next(unescaped(attribute(tag, 'name') ?? ''));
      if (value === null) return all;
      const chosen = options.replaceAll(/<option\b[^>]*>/g, (option) =>
        flagged(option, 'selected', unescaped(attribute(option, 'value') ?? '') === value),
      );
      return `${tag}${chosen}</select>`;
    });
}

function hasAll(form: string, typed: URLSearchParams): boolean {
  return [...typed.keys()].every((name) => form.includes(` name="${escaped(name)}"`));
}

/** Passwords, codes and the words of a card are not written into a page, whoever typed them. */
const SECRET = /type="password"|autocomplete="(?:one-time-code|current-password|new-password)"|\sname="words"/i;

function filledInput(tag: string, typed: URLSearchParams, next: (name: string) => string | null): string {
  const name = unescaped(attribute(tag, 'name') ?? '');
  const type = attribute(tag, 'type') ?? 'text';
  if (name === '' || ['submit', 'button', 'file', 'image', 'reset'].includes(type)) return tag;
  if (type === 'radio' || type === 'checkbox') {
    return flagged(tag, 'checked', typed.getAll(name).includes(unescaped(attribute(tag, 'value') ?? 'on')));
  }
  const value = next(name);
  if (value === null && !SECRET.test(tag)) return tag;
  const bare = tag.replace(/ value="[^"]*"/, '');
  if (SECRET.test(tag)) return bare;
  return bare.replace(/\s*\/?>$/, (end) => ` value="${escaped(value ?? '')}"${end}`);
}

function flagged(tag: string, flag: 'checked' | 'selected', on: boolean): string {
  const bare = tag.replace(new RegExp(` ${flag}=""`), '');
  return on ? bare.replace(/\s*\/?>$/, (end) => ` ${flag}=""${end}`) : bare;
}

/** An attribute's value as it is written, or null. */
function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? null;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' } as const;
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign as keyof typeof ENTITIES]);
const unescaped = (text: string) =>
  Object.entries(ENTITIES)
    .reverse()
    .reduce((rest, [sign, entity]) => rest.replaceAll(entity, sign), text);
