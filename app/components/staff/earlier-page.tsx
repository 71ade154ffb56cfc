import { Tag } from '~/components/design-system/text-blocks';
import type { SlotState } from '~/domain/appointment/freed-time';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { recordWords } from '~/i18n/pages/record';
import { staffEarlierWords } from '~/i18n/pages/staff-earlier';
import type { EarlierTimes, ShownOffer, ShownSlot } from '~/services/view-earlier.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { RecordLink } from './record-link';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: EarlierTimes;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** Times that have come free: whom they are offered to, and who has them now. */
export function EarlierPage({ language, view, notice, me }: Props) {
  const wording = wordingFor(language, { zone: view.office.zone, now: view.now });
  const words = staffEarlierWords.in(language);
  const { counts, open, settled } = view;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{recordWords.in(language).back}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back="/staff/earlier" />}
      <span className="govuk-caption-l">{view.office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <p className="govuk-body">
        {counts.settled > 0 ? words.counted(counts.refilled, counts.settled, counts.byOffer) : words.noneCounted}
      </p>
      <h2 className="govuk-heading-m">{words.open}</h2>
      {open.length > 0 ? <Slots slots={open} wording={wording} /> : <p className="govuk-body">{words.noneOpen}</p>}
      {settled.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.settled}</h2>
          <Slots slots={settled} wording={wording} />
        </>
      )}
    </div>
  );
}

const COLOURS: Record<SlotState, string> = {
  asking: 'govuk-tag--blue',
  waiting: 'govuk-tag--grey',
  stopped: 'govuk-tag--grey',
  refilled: 'govuk-tag--green',
  over: 'govuk-tag--grey',
};

function Slots({ slots, wording }: { slots: readonly ShownSlot[]; wording: Wording }) {
  return (
    <ul className="wm-needs__list wm-record__entries">
      {slots.map((slot) => (
        <Slot key={slot.id} slot={slot} wording={wording} />
      ))}
    </ul>
  );
}

function Slot({ slot, wording }: { slot: ShownSlot; wording: Wording }) {
  const { language, name, time, when } = wording;
  const words = staffEarlierWords.in(language);
  const { id, state, offers, filled } = slot;
  const title = words.row(when(slot.startsAt), name(slot.adviser));
  const until = Math.max(...offers.filter(({ status }) => status === 'offered').map(({ heldUntil }) => heldUntil), 0);
  const isOpen = state === 'asking' || state === 'waiting';
  return (
    <li className="wm-need">
      <h3 className="wm-need__who">
        {title} <Tag classes={COLOURS[state]}>{words.states[state]}</Tag>
      </h3>
      {filled && (
        <p className="wm-need__why">
          <a className="govuk-link" href={`/staff/appointments/${filled.appointmentId}`}>
            {words.filled(name(filled.customer))}
          </a>
          {filled.wasAsked && `, ${words.wasAsked}`}
        </p>
      )}
      {state === 'asking' && <p className="wm-need__why">{words.until(time(until))}</p>}
      {offers.map((offer) => (
        <Offer key={offer.id} offer={offer} answerable={state === 'asking'} wording={wording} />
      ))}
      {(isOpen || state === 'stopped') && (
        <div className="wm-buttons">
          {state !== 'asking' && (
            <Press to={`/staff/earlier/${id}/offering`} label={words.offerNow} about={words.about(title)} />
          )}
          {isOpen && <Press to={`/staff/earlier/${id}/stop`} label={words.stop} about={words.about(title)} />}
        </div>
      )}
    </li>
  );
}

function Press({ to, label, about }: { to: string; label: string; about: string }) {
  return (
    <form method="post" action={to}>
      <button className="wm-tap" type="submit">
        {label}
        <span className="govuk-visually-hidden">{about}</span>
      </button>
    </form>
  );
}

/** One person who was asked; what they said on the phone is written down here. */
function Offer({ offer, answerable, wording }: { offer: ShownOffer; answerable: boolean; wording: Wording }) {
  const { language, name } = wording;
  const words = staffEarlierWords.in(language);
  const about = <span className="govuk-visually-hidden">{words.about(name(offer.customer))}</span>;
  return (
    <>
      <p className="wm-need__why">
        <RecordLink
          customer={offer.customer}
          wording={wording}
          label={words.offer(name(offer.customer), words.answers[offer.status])}
        />
        {offer.byPhone && offer.status === 'offered' && (
          <>
            {' '}
            <a className="govuk-link" href="/staff/calls?show=office">
              {words.phone}
              {about}
            </a>
          </>
        )}
      </p>
      {answerable && offer.status === 'offered' && (
        <form method="post" action={`/staff/earlier/offers/${offer.id}/answer`} className="wm-buttons">
          <button className="wm-tap" type="submit" name="answer" value="yes">
            {words.saidYes}
            {about}
          </button>
          <button className="wm-tap" type="submit" name="answer" value="no">
            {words.saidNo}
            {about}
          </button>
        </form>
      )}
    </>
  );
}
