import { readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from './button';
import { Checkboxes, type CheckboxItem } from './checkboxes';
import { ErrorSummary } from './error-summary';
import { Fieldset } from './fieldset';
import { Input } from './input';
import { BackLink, SkipLink } from './links';
import { NotificationBanner } from './notification-banner';
import { Radios, type RadioItem } from './radios';
import { SummaryList } from './summary-list';
import { Details, InsetText, Tag, WarningText } from './text-blocks';

/** The options of a fixture, as far as we read them. */
interface Options {
  [name: string]: unknown;
  text: string;
}
interface Component {
  /** The options that we support; fixtures with others are left out. Dots reach into lists and objects. */
  supports: string;
  render(options: Options): ReactElement;
  /** Where we differ, and why: the package's HTML as ours has to be. */
  differs?: { why: string; ours(html: string): string };
  /** How many fixtures that comes to at least: a rename in the package must not empty the test. */
  atLeast: number;
}
type SummaryOptions = {
  key: Texts;
  value: Texts;
  classes?: string;
  actions?: { items: { href: string; text: string; visuallyHiddenText?: string }[] };
};
type Texts = { text: string; classes?: string; isPageHeading?: boolean };
const error = (message: unknown) =>
  message ? { text: (message as Texts).text, visuallyHiddenText: 'Error' } : undefined;

const COMPONENTS: Record<string, Component> = {
  button: {
    supports: 'text href classes name value type id disabled',
    render: ({ text, ...rest }) => <Button {...rest}>{text}</Button>,
    differs: {
      why: 'A link that looks like a button is a link: the Space key does not press it, and it is told to nobody that it is one.',
      ours: (html) => html.replace(' role="button"', ''),
    },
    atLeast: 12,
  },
  'back-link': {
    supports: 'text href classes',
    render: ({ text, href, classes }) => (
      <BackLink href={(href as string) ?? '#'} classes={classes as string}>
        {text ?? 'Back'}
      </BackLink>
    ),
    atLeast: 2,
  },
  'skip-link': {
    supports: 'text href classes',
    render: ({ text, href, classes }) => (
      <SkipLink href={(href as string) ?? '#content'} classes={classes as string}>
        {text}
      </SkipLink>
    ),
    atLeast: 5,
  },
  details: {
    supports: 'summaryText text id classes open',
    render: ({ summaryText, text, ...rest }) => (
      <Details summary={summaryText as string} {...rest}>
        {text}
      </Details>
    ),
    atLeast: 5,
  },
  'error-summary': {
    supports: 'titleText classes errorList.text errorList.href',
    render: ({ titleText, classes, errorList }) => (
      <ErrorSummary title={titleText as string} classes={classes as string} errors={errorList as { text: string }[]} />
    ),
    atLeast: 4,
  },
  fieldset: {
    supports: 'legend.text legend.classes legend.isPageHeading describedBy classes role',
    render: ({ legend, ...rest }) => <Fieldset legend={legend as Texts} {...rest} />,
    atLeast: 10,
  },
  input: {
    supports:
      'id name label.text label.classes label.isPageHeading hint.text errorMessage.text classes type value ' +
      'autocomplete autocapitalize inputmode pattern spellcheck',
    render: (options) => (
      <Input
        id={options.id as string}
        name={options.name as string}
        label={options.label as Texts}
        hint={(options.hint as Texts | undefined)?.text}
        error={error(options.errorMessage)}
        classes={options.classes as string}
        type={options.type as string}
        defaultValue={options.value as string}
        autoComplete={options.autocomplete as string}
        autoCapitalize={options.autocapitalize as string}
        inputMode={options.inputmode as 'numeric'}
        pattern={options.pattern as string}
        spellCheck={options.spellcheck as boolean}
      />
    ),
    atLeast: 15,
  },
  'inset-text': {
    supports: 'text id classes',
    render: ({ text, ...rest }) => <InsetText {...rest}>{text}</InsetText>,
    atLeast: 3,
  },
  'notification-banner': {
    supports: 'text titleText titleId type role classes',
    render: ({ text, titleText, type, ...rest }) => (
      <NotificationBanner
        title={(titleText as string) ?? (type === 'success' ? 'Success' : 'Important')}
        type={type as 'success'}
        {...rest}
      >
        {text}
      </NotificationBanner>
    ),
    differs: {
      why: 'HTML has an element for a region with a name, so the role is not needed.',
      ours: (html) =>
        html.includes('role="region"')
          ? html
              .replace('<div', '<section')
              .replace(' role="region"', '')
              .replace(/<\/div>\s*$/, '</section>')
          : html,
    },
    atLeast: 8,
  },
  radios: {
    supports:
      'name idPrefix items.value items.text items.divider items.hint.text items.id value fieldset.legend.text ' +
      'fieldset.legend.classes fieldset.legend.isPageHeading fieldset.describedBy fieldset.classes hint.text ' +
      'errorMessage.text classes',
    render: (options) => (
      <Radios
        name={options.name as string}
        idPrefix={options.idPrefix as string}
        items={(options.items as { hint?: Texts }[]).map(
          (item) => ({ ...item, hint: item.hint?.text }) as unknown as RadioItem,
        )}
        value={options.value as string}
        fieldset={options.fieldset as { legend: Texts }}
        hint={(options.hint as Texts | undefined)?.text}
        error={error(options.errorMessage)}
        classes={options.classes as string}
      />
    ),
    atLeast: 14,
  },
  checkboxes: {
    supports:
      'name idPrefix items.value items.text items.name items.checked items.hint.text items.id values fieldset.legend.text ' +
      'fieldset.legend.classes fieldset.legend.isPageHeading fieldset.describedBy fieldset.classes hint.text ' +
      'errorMessage.text classes',
    render: (options) => (
      <Checkboxes
        name={options.name as string}
        idPrefix={options.idPrefix as string}
        items={(options.items as { hint?: Texts }[]).map(
          (item) => ({ ...item, hint: item.hint?.text }) as unknown as CheckboxItem,
        )}
        values={options.values as string[]}
        fieldset={options.fieldset as { legend: Texts }}
        hint={(options.hint as Texts | undefined)?.text}
        error={error(options.errorMessage)}
        classes={options.classes as string}
      />
    ),
    atLeast: 10,
  },
  'summary-list': {
    supports:
      'classes rows.key.text rows.value.text rows.classes rows.actions.items.href rows.actions.items.text ' +
      'rows.actions.items.visuallyHiddenText',
    render: ({ rows, classes }) => (
      <SummaryList
        classes={classes as string}
        rows={(rows as SummaryOptions[]).map((row) => ({
          key: row.key.text,
          value: row.value.text,
          classes: row.classes,
          actions: row.actions?.items.map(({ visuallyHiddenText, ...link }) => ({
            ...link,
            about: visuallyHiddenText === undefined ? '' : ` ${visuallyHiddenText}`,
          })),
        }))}
      />
    ),
    atLeast: 1,
  },
  tag: { supports: 'text classes', render: ({ text, ...rest }) => <Tag {...rest}>{text}</Tag>, atLeast: 9 },
  'warning-text': {
    supports: 'text iconFallbackText classes',
    render: ({ text, iconFallbackText, ...rest }) => (
      <WarningText iconText={(iconFallbackText as string) ?? 'Warning'} {...rest}>
        {text}
      </WarningText>
    ),
    atLeast: 3,
  },
};

/** Every option that is used, as a path without list positions. */
function paths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [prefix] : value.flatMap((item) => paths(item, prefix));
  if (value === null || typeof value !== 'object') return [prefix];
  return Object.entries(value).flatMap(([name, inner]) => paths(inner, prefix ? `${prefix}.${name}` : name));
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'" };
const decode = (text: string) =>
  text.replace(/&(?:lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity]!).replaceAll('&amp;', '&');

/**
 * Tags with sorted attributes and text with single spaces, one a line. `data-module` starts the package's
 * client JavaScript, which we do not ship, so it is left out on both sides.
 */
function normalised(html: string): string[] {
  const pieces = html.match(/<[^>]+>|[^<]+/g) ?? [];
  return pieces.flatMap((piece) => {
    if (!piece.startsWith('<')) return decode(piece).trim() ? [decode(piece).replace(/\s+/g, ' ').trim()] : [];
    const [, name, rest] = /^<(\/?[a-z0-9]+)([\s\S]*?)\/?>$/.exec(piece)!;
    const attributes = [...rest!.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)]
      .filter(([, attribute]) => attribute !== 'data-module')
      .map(([, attribute, value]) => `${attribute!.toLowerCase()}="${decode(value ?? '').trim()}"`);
    return [`<${[name, ...attributes.sort()].join(' ')}>`];
  });
}

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

describe.each(Object.entries(COMPONENTS))('%s is what GOV.UK Frontend makes', (name, component) => {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${name}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
  const supported = component.supports.split(' ');
  const ours = fixtures.filter(({ options }) => paths(options).every((path) => supported.includes(path)));

  it.each(ours.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, { options, html }) => {
    expect(normalised(renderToStaticMarkup(component.render(options)))).toEqual(
      normalised(component.differs?.ours(html) ?? html),
    );
  });

  it('is compared with enough examples', () => expect(ours.length).toBeGreaterThanOrEqual(component.atLeast));
});
