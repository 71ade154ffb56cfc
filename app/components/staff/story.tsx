import { capitalised } from '~/components/appointment/shown-appointment';
import { helpWords } from '~/i18n/pages/help';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { StoryItem } from '~/services/tell-appointment-story.server';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { MessageStory } from './message-story';
import type { Wording } from './wording';

/** All that has happened about an appointment, and what is planned, newest first. */
export function Story({ appointment, wording }: { appointment: StaffAppointment; wording: Wording }) {
  const { words, when } = wording;
  return (
    <section aria-labelledby="story">
      <h2 className="govuk-heading-m" id="story">
        {words.appointment.story}
      </h2>
      {appointment.story.length === 0 && <p className="govuk-body">{words.appointment.nothing}</p>}
      <ol className="wm-story">
        {appointment.story.map((item) => (
          <li key={item.id} className="wm-story__item">
            <p className="wm-story__when">{capitalised(when(item.at))}</p>
            <Item item={item} wording={wording} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item, wording }: { item: StoryItem; wording: Wording }) {
  const { words } = wording;
  const labels = words.appointment;
  switch (item.what) {
    case 'event':
      return <Event item={item} wording={wording} />;
    case 'message':
      return <MessageStory item={item} wording={wording} />;
    case 'reply':
      return (
        <div>
          <p className="wm-story__what">{labels.wroteBack}</p>
          <blockquote className="wm-need__text">{item.body}</blockquote>
          <p className="wm-story__more">{labels.readAs(words.meanings[item.meaning])}</p>
        </div>
      );
    case 'call':
      return <Call item={item} wording={wording} />;
  }
}

function Call({ item, wording }: { item: Extract<StoryItem, { what: 'call' }>; wording: Wording }) {
  const { words, when, whenBeside } = wording;
  const labels = words.appointment;
  const { done, reason, tries, escalatedAt } = item;
  const more = [
    done ? done.by && labels.by(done.by) : labels.dueBy(when(item.dueAt)),
    done && labels.reason(words.callReasons[reason]),
    escalatedAt !== null && labels.passedOn(when(escalatedAt)),
  ].filter(Boolean);
  return (
    <div>
      <p className="wm-story__what">
        {done?.outcome === 'not_needed'
          ? labels.callNotNeeded
          : done?.outcome
            ? labels.callDone(words.callOutcomes[done.outcome])
            : labels.callOpen(words.callReasons[reason])}
      </p>
      <p className="wm-story__more">{more.join(' – ')}</p>
      {tries.length > 0 && (
        <ul className="wm-story__news">
          {tries.map(({ id, at, outcome, by, undone }) => (
            <li key={id}>
              {whenBeside(at, item.at)}: {words.callOutcomes[outcome]}, {labels.by(by)}
              {undone && ` – ${labels.undone}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Event({ item, wording }: { item: Extract<StoryItem, { what: 'event' }>; wording: Wording }) {
  const { words, when } = wording;
  const help = helpWords.in(wording.language);
  const labels = words.appointment;
  const outcome = item.outcome && item.outcome in words.states ? words.states[item.outcome as 'attended'] : null;
  const more = [
    item.reason && words.cannotCome[item.reason],
    item.cancelReason && outcomeWords.in(wording.language).cancel.reasons[item.cancelReason],
    item.kind === 'moved' && item.startsAt !== null && labels.newStart(when(item.startsAt)),
    item.undone && labels.undone,
    labels.by(item.by ?? words.actors[item.actor]),
    item.helped && help.helpedBy(item.helped.by, help.ways[item.helped.way]),
  ].filter(Boolean);
  return (
    <div>
      <p className="wm-story__what">
        {words.events[item.kind]}
        {outcome && `: ${outcome}`}
      </p>
      <p className="wm-story__more">{more.join(' – ')}</p>
    </div>
  );
}
