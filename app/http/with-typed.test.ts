import { describe, expect, it } from 'vitest';
import { withTyped } from './with-typed.server';

const HEADER = '<header><a class="wm-header__tool" href="?lang=cy" hrefLang="cy" lang="cy">Cymraeg</a></header>';
const page = (form: string) => `${HEADER}<main>${form}</main>`;
const FORM =
  '<form method="post" action="/other"><input type="hidden" name="version" value="2"/><label>Who</label>' +
  '<input class="govuk-input" id="who" name="who" type="text" value="Al &amp; Di"/>' +
  '<textarea id="why" name="why" rows="5">old</textarea>' +
  '<input name="way" type="radio" value="text" checked=""/><input name="way" type="radio" value="call"/>' +
  '<input name="day" type="checkbox" value="mon" checked=""/><input name="day" type="checkbox" value="tue"/>' +
  '<select name="hour"><option value="9" selected="">9</option><option value="10">10</option></select>' +
  '<input name="secret" type="password" value="x"/><input name="code" autoComplete="one-time-code"/>' +
  '<button type="submit" class="govuk-button" name="choice" value="save">Save</button></form>';
const typed = (fields: Record<string, string>) => new URLSearchParams(fields);

describe('the language switch of a page', () => {
  it('stays a link where no form asks for anything', () => {
    const plain = page(
      '<form method="post" action="/sign-out"><input type="hidden" name="a"/><button>Out</button></form>',
    );
    expect(withTyped(plain, '/page', null)).toBe(plain);
  });

  it('sends the form to the page itself, whatever the form’s own address, and without a language of before', () => {
    const made = withTyped(page(FORM), '/page?lang=en&date=1', null);
    expect(made).toContain('<form id="answers" method="post" action="/other">');
    expect(made).toContain(
      '<button type="submit" class="wm-header__tool" form="answers" name="language-switch" value="cy" ' +
        'formaction="/page?date=1" formnovalidate lang="cy">Cymraeg</button>',
    );
    expect(made).not.toContain('href="?lang=cy"');
  });

  it('puts nothing into a form that what was typed did not come from', () => {
    const other = typed({ who: 'Nia', reason: 'ill' });
    expect(withTyped(page(FORM), '/page', other, false)).toBe(withTyped(page(FORM), '/page', null));
    const own = typed({ who: 'Nia', choice: 'save' });
    expect(withTyped(page(FORM), '/page', own, false)).toBe(withTyped(page(FORM), '/page', own));
  });

  it('leaves the Enter key to the form’s own button', () => {
    expect(withTyped(page(FORM), '/page', null)).toMatch(
      /^<header><button type="submit" form="answers" name="choice" value="save" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save<\/button><button/,
    );
  });

  it('asks with a form that asks: the language is one more field', () => {
    const made = withTyped(page('<form method="get"><input name="q"/><button>Find</button></form>'), '/clubs', null);
    expect(made).toContain('form="answers" name="lang" value="cy" formnovalidate');
  });

  it('uses the name that a form has', () => {
    expect(withTyped(page(FORM.replace('<form ', '<form id="mine" ')), '/page', null)).toContain('form="mine"');
  });
});

describe('what was typed', () => {
  const put = (fields: Record<string, string>) => withTyped(page(FORM), '/page', typed(fields));

  it('is put back, and cannot break out of its place', () => {
    const made = put({ who: '"><script>x</script>', why: '</textarea><b>&', version: '1', way: 'call', day: 'tue' });
    expect(made).toContain('name="who" type="text" value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"/>');
    expect(made).toContain('rows="5">\n&lt;/textarea&gt;&lt;b&gt;&amp;</textarea>');
    expect(made).toContain('name="version" value="1"/>');
    expect(made).toContain('value="text"/><input name="way" type="radio" value="call" checked=""/>');
    expect(made).toContain('value="mon"/><input name="day" type="checkbox" value="tue" checked=""/>');
  });

  it('is chosen again in a list', () => {
    expect(put({ hour: '10' })).toContain('<option value="9">9</option><option value="10" selected="">');
  });

  it('that was emptied or unticked stays so', () => {
    const made = put({ who: '' });
    expect(made).toContain('name="who" type="text" value=""/>');
    expect(made).not.toContain('checked=""');
  });

  it('is never a password or a code', () => {
    const made = put({ secret: 'hunter2', code: '123456' });
    expect(made).not.toMatch(/hunter2|123456/);
    expect(made).toContain('<input name="secret" type="password"/>');
  });

  it('comes in the order of the page where several fields have one name', () => {
    const two = page('<form method="post"><input name="line"/><input name="line"/><button>Save</button></form>');
    const made = withTyped(two, '/page', new URLSearchParams('line=one&line=two'));
    expect(made).toContain('<input name="line" value="one"/><input name="line" value="two"/>');
  });

  it('goes into the first form that asks, and into no other', () => {
    const made = withTyped(
      page(`${FORM}<form><input name="who" value="other"/></form>`),
      '/page',
      typed({ who: 'Me' }),
    );
    expect(made).toContain('<form><input name="who" value="other"/></form>');
  });
});
