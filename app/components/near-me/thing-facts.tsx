import type { ReactNode } from 'react';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { milesInWords } from '~/i18n/club-session';
import { rhythmInWords } from '~/i18n/club-session';
import { formatDate, formatTime } from '~/i18n/format';
import { nearMeWords } from '~/i18n/pages/near-me';
import type { NearbyThing } from '~/services/load-nearby.server';

/** What sort of thing it is: "A course". */
export function kindOf(thing: Pick<NearbyThing, 'kind' | 'place'>, language: Language): string {
  const words = nearMeWords.in(language);
  if (thing.kind === 'digital_place') return words.places[thing.place ?? 'computers'];
  return words.kinds[thing.kind];
}

/** "Free" in the reader's language where the office wrote just that. */
function costOf(cost: string, language: Language): string {
  return cost.trim().toLowerCase() === 'free' ? nearMeWords.in(language).free : cost;
}

interface Props {
  thing: NearbyThing & { miles: number | null };
  zone: string;
  language: Language;
  /** On paper: every number to read, none to press. */
  printed?: boolean;
}

/** When, where, by what number and for how much; only what is known. */
export function ThingFacts({ thing, zone, language, printed = false }: Props) {
  const words = nearMeWords.in(language);
  const { club, open, address, phone, askFor, cost, stepFree, miles } = thing;
  const lines: [string, ReactNode][] = [];
  if (club) {
    const { date, startsAt, endsAt } = club.next;
    const [from, to] = [formatTime(startsAt, zone, language), formatTime(endsAt, zone, language)];
    lines.push([words.when, `${rhythmInWords(club.times, zone, language)}. ${words.next(formatDate(date, zone, language), from, to)}`]); // prettier-ignore
  } else if (open) lines.push([words.when, open]);
  if (address) {
    const far = miles === null ? '' : ` (${milesInWords(miles, language)})`;
    lines.push([words.where, `${address}${far}${stepFree ? `. ${words.stepFree}` : ''}`]);
  }
  if (phone || askFor) {
    const number = printed ? <strong>{phone.replaceAll(' ', '\u00a0')}</strong> : <PhoneLink phone={phone} />;
    lines.push([words.phone, <>{phone && number}{phone && askFor && '. '}{askFor && words.askFor(askFor)}</>]); // prettier-ignore
  }
  if (cost || club) lines.push([words.cost, club ? words.free : costOf(cost, language)]);
  return (
    <dl className="wm-near__facts">
      {lines.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
