import { BackLink } from '~/components/design-system/links';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, relativeDay } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { ownMessagesWords } from '~/i18n/pages/own-messages';
import type { OwnMessages, OwnNews, OwnPlan, Where } from '~/services/view-own-messages.server';
import { capitalised, headline } from './shown-appointment';

type Words = ReturnType<typeof ownMessagesWords.in>;

/** What was sent about an appointment and what will be, and what the person answered. */
export function OwnMessagesPage({ view, language, back }: { view: OwnMessages; language: Language; back: string }) {
  const words = ownMessagesWords.in(language);
  const { zone, today, startsAt, adviserFirstName: adviser, planned, news } = view;
  const when = (at: number) => {
    const day = relativeDay(wallClockOf(at, zone).date, today, language);
    return words.at(capitalised(day ?? formatDate(at, zone, language)), formatTime(at, zone, language));
  };
  // No place and no purpose: they would be there for anybody who looks at the screen.
  const facts = { ...view, place: null, gettingThere: '', stepFree: '', answer: 'none' as const };
  return (
    <>
      <BackLink href={back}>{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body">{view.stands ? headline(facts, today, language) : when(startsAt)}</p>
      <section className="wm-section">
        <h2 className="govuk-heading-s wm-section__heading">{words.planned}</h2>
        {planned.length === 0 && <p className="govuk-body">{words.nothingPlanned}</p>}
        <ul className="govuk-list wm-told">
          {planned.map((plan) => (
            <Item
              key={plan.id}
              when={plan.what === 'no_way' ? null : when(plan.at)}
              {...sayPlan(plan, adviser, words)}
            />
          ))}
        </ul>
      </section>
      <section className="wm-section">
        <h2 className="govuk-heading-s wm-section__heading">{words.news}</h2>
        {news.length === 0 && <p className="govuk-body">{words.nothingYet}</p>}
        <ul className="govuk-list wm-told">
          {news.map((one) => (
            <Item key={one.id} when={when(one.at)} {...sayNews(one, words)} />
          ))}
        </ul>
      </section>
      <p className="govuk-body">
        {words.wrong} <PhoneLink phone={view.phone} />
      </p>
    </>
  );
}

interface Said {
  what: string;
  more: string;
}

function Item({ when, what, more }: Said & { when: string | null }) {
  return (
    <li>
      <strong>{what}</strong>
      {more && (
        <>
          <br />
          {more}
        </>
      )}
      {when !== null && (
        <>
          <br />
          <span className="wm-quiet">{when}</span>
        </>
      )}
    </li>
  );
}

function sayPlan(plan: OwnPlan, adviser: string, words: Words): Said {
  if (plan.what === 'no_way') return { what: words.noWay, more: '' };
  if (plan.what === 'call') return { what: plan.maybe ? words.mayCall(adviser) : words.call(adviser), more: '' };
  return { what: sayWhere(plan.where, words), more: joined(words.about[plan.about], plan.why && words.why[plan.why]) };
}

function sayNews(one: OwnNews, words: Words): Said {
  if (one.what === 'event') return { what: words.events[one.kind], more: '' };
  if (one.what === 'call') return { what: words.calls[one.outcome], more: '' };
  const { where, about, state, next, why, isOld, replaces } = one;
  const heard = state === 'arrived' && where?.channel === 'voice';
  return {
    what: sayWhere(where, words),
    more: joined(
      words.about[about],
      why && words.why[why],
      heard ? words.heard : words.states[state],
      next && words.next[next],
      replaces && words.replaces,
      isOld && words.old,
    ),
  };
}

function sayWhere(where: Where | null, words: Words): string {
  if (where === null) return words.ways.none;
  const way = words.ways[where.channel];
  switch (where.hint?.kind) {
    case 'number':
      return words.toNumber(way, where.hint.ending);
    case 'email':
      return words.toEmail(way, where.hint.beginning);
    case 'home':
      return words.toHome(way);
    case undefined:
      return way;
  }
}

function joined(...sentences: (string | false | null)[]): string {
  return sentences.filter(Boolean).join(' ');
}
