import { DAY_PARTS, type CallWish } from '~/domain/messaging/call-wish';

export type CallWishForm =
  | { ok: true; wish: CallWish | null; values: { day: string; part: string } }
  | { ok: false; problem: 'day' | 'part'; values: { day: string; part: string } };

/** When it is good to be called, as a form says it; no wish is as soon as can be. What was chosen is kept for the page. */
export function readCallWish({ day = 'soon', part = 'any' }: { day?: string; part?: string }): CallWishForm {
  const values = { day: day.slice(0, 10), part: part.slice(0, 10) };
  const chosen = DAY_PARTS.find((one) => one === part);
  if (day !== 'soon' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return { ok: false, problem: 'day', values };
  if (!chosen) return { ok: false, problem: 'part', values };
  const wish = day === 'soon' && chosen === 'any' ? null : { date: day === 'soon' ? null : day, part: chosen };
  return { ok: true, wish, values };
}
