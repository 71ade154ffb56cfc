import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatTime } from './format';

/** The hours as Welsh says them, and as they are after "am" and "i", which soften what follows. */
const HOURS = 'deuddeg,un,dau,tri,pedwar,pump,chwech,saith,wyth,naw,deg,un ar ddeg'.split(',');
const SOFT_HOURS = 'ddeuddeg,un,ddau,dri,bedwar,bump,chwech,saith,wyth,naw,ddeg,un ar ddeg'.split(',');
/** Five minutes and so on, the first softened after "am". */
const MINUTES: Record<number, string> = {
  5: 'bum munud',
  10: 'ddeng munud',
  15: 'chwarter',
  20: 'ugain munud',
  25: 'bum munud ar hugain',
};

/**
 * A time of day as a voice can say it. English voices read "2:30pm" well; Welsh ones would spell out "yp", so Welsh is
 * written in words, as they stand after "am": "hanner awr wedi dau y prynhawn". Takes an instant (ms).
 */
export function spokenTime(when: number, zone: string, language: Language): string {
  const { time } = wallClockOf(when, zone);
  if (language !== 'cy' || time === '12:00' || time === '00:00') return formatTime(when, zone, language);
  const hour = Number(time.slice(0, 2));
  const minutes = Number(time.slice(3));
  const part = hour < 12 ? 'y bore' : hour < 18 ? 'y prynhawn' : 'yr hwyr';
  return `${spokenHour(hour, minutes)} ${part}`;
}

function spokenHour(hour: number, minutes: number): string {
  if (minutes === 0) return `${SOFT_HOURS[hour % 12]} o'r gloch`;
  if (minutes === 30) return `hanner awr wedi ${HOURS[hour % 12]}`;
  const past = MINUTES[minutes];
  if (past) return `${past} wedi ${HOURS[hour % 12]}`;
  const to = MINUTES[60 - minutes];
  if (to) return `${to} i ${SOFT_HOURS[(hour + 1) % 12]}`;
  return `${hour % 12 || 12} ${minutes < 10 ? `0 ${minutes}` : minutes}`;
}

/** A telephone number digit by digit, with pauses: "0 1 6 3 2, 9 6 0, 1 0 0". A voice reads "960100" as thousands. */
export function spokenPhone(phone: string): string {
  return phone
    .split(/\s+/)
    .flatMap((group) => (group.length > 5 && group.length % 3 === 0 ? (group.match(/.{3}/g) ?? []) : [group]))
    .map((group) => [...group].join(' '))
    .join(', ');
}
