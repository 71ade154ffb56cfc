import { findAdded, type Language } from '~/domain/language';
import { addDays, wallClockOf, weekdayOf } from '~/domain/time/wall-clock';

/** Own tables: Node need not have Welsh, and the styles of GOV.UK are not those of Intl. */
const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cy: ['dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn', 'dydd Sul'],
};
const MONTHS: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
};
const CLOCK: Record<Language, { am: string; pm: string; midday: string; midnight: string }> = {
  en: { am: 'am', pm: 'pm', midday: 'midday', midnight: 'midnight' },
  cy: { am: 'yb', pm: 'yp', midday: 'hanner dydd', midnight: 'hanner nos' },
};
const NEAR_DAYS: Record<Language, { today: string; tomorrow: string }> = {
  en: { today: 'today', tomorrow: 'tomorrow' },
  cy: { today: 'heddiw', tomorrow: 'yfory' },
};

/** Languages that were added are written as Intl writes them. All of them are days, so there is no zone to mind. */
const byIntl = (date: string, language: Language, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(Date.parse(`${date}T12:00:00Z`));

/** A month, "November 2026", "Tachwedd 2026"; takes "2026-11". */
export function formatMonth(month: string, language: Language): string {
  if (findAdded(language)) return byIntl(`${month}-15`, language, { month: 'long', year: 'numeric' });
  return `${MONTHS[language][Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** The day of the week: "Tuesday", "dydd Mawrth"; 1 is Monday and 7 is Sunday. */
export function formatWeekday(weekday: number, language: Language): string {
  if (findAdded(language)) return byIntl(`2024-01-0${weekday}`, language, { weekday: 'long' });
  return WEEKDAYS[language][weekday - 1] ?? '';
}

/** "Tuesday 24 November", "dydd Mawrth 24 Tachwedd". Takes an instant (ms) or a date, "2026-11-24". */
export function formatDate(when: number | string, zone: string, language: Language): string {
  const date = typeof when === 'number' ? wallClockOf(when, zone).date : when;
  if (findAdded(language)) return byIntl(date, language, { weekday: 'long', day: 'numeric', month: 'long' });
  const month = Number(date.slice(5, 7));
  return `${formatWeekday(weekdayOf(date), language)} ${Number(date.slice(8))} ${MONTHS[language][month - 1]}`;
}

/** The same with the year: "Tuesday 24 November 2026". */
export function formatLongDate(when: number | string, zone: string, language: Language): string {
  const date = typeof when === 'number' ? wallClockOf(when, zone).date : when;
  if (findAdded(language)) return byIntl(date, language, { dateStyle: 'full' });
  return `${formatDate(date, zone, language)} ${date.slice(0, 4)}`;
}

/** The date as it stands in a sentence, "on Tuesday 24 November"; in Welsh the mutation says it: "ddydd Mawrth …". */
export function formatOnDate(when: number | string, zone: string, language: Language): string {
  const date = formatDate(when, zone, language);
  if (findAdded(language)) return date;
  return language === 'cy' ? date.replace(/^dydd/, 'ddydd') : `on ${date}`;
}

/** "2:30pm", "9am", "midday", "midnight"; "2:30yp", "9yb", "hanner dydd", "hanner nos". An instant (ms) or "14:30". */
export function formatTime(when: number | string, zone: string, language: Language): string {
  const time = typeof when === 'number' ? wallClockOf(when, zone).time : when;
  if (findAdded(language)) {
    const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
    return clock.format(Date.parse(`2024-01-01T${time}Z`));
  }
  const words = CLOCK[language];
  if (time === '12:00') return words.midday;
  if (time === '00:00') return words.midnight;
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(2);
  return `${hour % 12 || 12}${minutes === ':00' ? '' : minutes}${hour < 12 ? words.am : words.pm}`;
}

/** "today" or "tomorrow" ("heddiw", "yfory") when the date is that, seen from `today`; else null. */
export function relativeDay(date: string, today: string, language: Language): string | null {
  const days = date === today ? 0 : date === addDays(today, 1) ? 1 : null;
  if (days === null) return null;
  if (findAdded(language)) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return days === 0 ? NEAR_DAYS[language].today : NEAR_DAYS[language].tomorrow;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const RULES = new Map<Language, Intl.PluralRules>();

function rulesOf(language: Language): Intl.PluralRules {
  if (!RULES.has(language)) RULES.set(language, new Intl.PluralRules(language));
  return RULES.get(language)!;
}

/**
 * The form that a count takes; Welsh has six (zero, one, two, few = 3, many = 6, other). `#` becomes the count. Words for
 * none at all ("No meetings") are what is said of 0 in every language, also where its grammar has no such form.
 */
export function plural(language: Language, n: number, forms: PluralForms): string {
  const form = n === 0 && forms.zero !== undefined ? 'zero' : rulesOf(language).select(n);
  return (forms[form] ?? forms.other).replaceAll('#', `${n}`);
}

/** An amount of money, "£0.0233" (up to four decimals) or, when `rounded`, "£1.20". The same in both languages. */
export function formatMoney(amount: number, currency: string, rounded = false): string {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: rounded ? 2 : 4 };
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat('en-GB', decimals).format(amount);
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...decimals }).format(amount);
}
