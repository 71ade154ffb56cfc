import type { Language } from '~/domain/language';
import { formatLongDate, formatTime } from '~/i18n/format';
import { ownDataWords } from '~/i18n/pages/own-data';
import type { OwnData, OwnRecord, OwnValue } from './collect-own-data.server';

/** Columns that lead from one record to another: of use to programs, not to readers. */
const LINKS = /^(id|.*Id|tokenHash)$/;

/** Which names stand for an id: they are shown. */
const NAMES = /^(officeId|adviserId|staffId|ownerId|partnerId|clubId)$/;

/** The columns of a record that a reader sees: those with something in them. */
export function shownColumns(record: OwnRecord): string[] {
  return Object.keys(record).filter((column) => {
    const value = record[column];
    return value !== null && value !== '' && typeof value !== 'object' && (!LINKS.test(column) || NAMES.test(column));
  });
}

/**
 * Everything that is held about somebody as one page that needs nothing else: to read, to print, to keep. The words that
 * the database has for a state are put in as they are, with spaces.
 */
export function renderOwnData(data: OwnData, language: Language): string {
  const words = ownDataWords.in(language).file;
  const say = (value: OwnValue) => valueWords(value, data.zone, language);
  const record = (row: OwnRecord) =>
    shownColumns(row)
      .map(
        (column) =>
          `<tr><th scope="row">${escape(labelOf(column, words.fields))}</th><td>${escape(say(row[column]!))}</td></tr>`,
      )
      .join('');
  const sections = data.sections.map(({ table, records }) => {
    const rows = records.map((row) => `<table>${record(row)}</table>`).join('\n');
    return `<section><h2>${escape(words.sections[table])}</h2>\n${rows || `<p>${escape(words.nothing)}</p>`}</section>`;
  });
  const made = escape(words.made(when(data.madeAt, data.zone, language)));
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(words.title)}</title>
<style>${STYLE}</style></head>
<body><h1>${escape(words.title)}</h1><p>${made}</p><p>${escape(words.secret)}</p>
${sections.join('\n')}
</body></html>
`;
}

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:44em;margin:0 auto;padding:1em}h2{margin-top:2em}' +
  'table{border-collapse:collapse;width:100%;margin:0 0 1em;border-top:2px solid #174c3f;break-inside:avoid}' +
  'th,td{text-align:left;vertical-align:top;padding:.2em .5em .2em 0;border-bottom:1px solid #ddd;white-space:pre-line;overflow-wrap:anywhere}' +
  'th{width:35%;font-weight:normal;color:#544c43}';

/** The name of a column for a reader; a column without one is named as it is in the database. */
function labelOf(column: string, labels: Readonly<Record<string, string>>): string {
  return labels[column] ?? column;
}

function valueWords(value: OwnValue, zone: string, language: Language): string {
  const words = ownDataWords.in(language).file;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return when(text, zone, language);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text;
}

function when(iso: string, zone: string, language: Language): string {
  const at = Date.parse(iso);
  return `${formatLongDate(at, zone, language)}, ${formatTime(at, zone, language)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
