import { capitalised } from '~/components/appointment/shown-appointment';
import type { ContactItem } from '~/services/list-contacts.server';
import { DAY } from '~/domain/clock';
import { formatDate, formatLongDate } from '~/i18n/format';
import { contactsWords } from '~/i18n/pages/staff-contacts';
import { wallClockOf } from '~/domain/time/wall-clock';
import { wordingFor, type Wording } from './wording';

interface Props {
  items: readonly ContactItem[];
  zone: string;
  /** Instant in ms. */
  now: number;
  wording: Wording;
  /** True for what the reader may take back. */
  mayTakeBack?: (item: ContactItem) => boolean;
}

/** From when on (ms) a date is said with its year. */
const LONG_AGO = 300 * DAY;

/** Contacts, one line each: when, by what way, what it was, and a colleague's note. */
export function ContactItems({ items, zone, now, wording, mayTakeBack = () => false }: Props) {
  const words = contactsWords.in(wording.language);
  return (
    <ol className="wm-contacts">
      {items.map((item) => {
        const when = capitalised(whenOf(item, zone, now, wording));
        return (
          <li key={`${item.what}-${item.id}`} className="wm-contacts__item">
            <p className="wm-contacts__when">
              {when} <strong>{words.ways[item.way]}</strong>
            </p>
            <div className="wm-contacts__what">
              <What item={item} wording={wording} />
            </div>
            {mayTakeBack(item) && (
              <form method="post" action={`/staff/contact-records/${item.id}/withdrawal`}>
                <button className="wm-link-button" type="submit">
                  {words.takeBack}
                  <span className="govuk-visually-hidden">
                    {' '}
                    {words.ways[item.way]}, {when}
                  </span>
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Of a contact of an earlier day only the date is known: it stands at the day's beginning. */
function whenOf({ what, at }: ContactItem, zone: string, now: number, wording: Wording): string {
  // So long ago a date needs its year.
  if (now - at > LONG_AGO) return formatLongDate(at, zone, wording.language);
  const dateAlone = what === 'record' && wallClockOf(at, zone).time === '00:00';
  return dateAlone
    ? formatDate(at, zone, wording.language)
    : wordingFor(wording.language, { zone, now, date: null }).when(at);
}

function What({ item, wording }: { item: ContactItem; wording: Wording }) {
  const words = contactsWords.in(wording.language);
  const by = item.by && words.by(wording.name(item.by));
  const line = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(', ');
  switch (item.what) {
    case 'record':
      return (
        <>
          <p>
            {line(
              words.directions[item.direction ?? 'in'],
              words.about(words.services[item.service]),
              item.helped && words.helped,
              item.minutes !== null && words.minutes(item.minutes),
              by,
            )}
          </p>
          {item.note !== null && <p className="wm-contacts__note">{item.note}</p>}
        </>
      );
    case 'call':
      return <p>{line(words.calledThem(wording.words.callOutcomes[item.outcome]), by)}</p>;
    case 'message':
      return (
        <p>
          {words.weSent(
            line(wording.words.purposes[item.purpose], item.rule !== null && wording.words.rules[item.rule]),
          )}
        </p>
      );
    case 'meeting': {
      const text = words.met(item.by ? wording.name(item.by) : '');
      if (item.appointmentId === null) return <p>{text}</p>;
      return (
        <p>
          <a className="govuk-link" href={`/staff/appointments/${item.appointmentId}`}>
            {text}
          </a>
        </p>
      );
    }
    case 'reply':
      return <p>{words.theyTexted}</p>;
    case 'journal':
      return <p>{item.direction === 'in' ? words.theyWrote : line(words.weWrote, by)}</p>;
    case 'sign_in':
      return <p>{words.signedIn}</p>;
  }
}
