import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { channelWords } from '~/i18n/pages/staff-channels';
import type { ChannelListView } from '~/services/view-channels.server';
import { RecordLink } from './record-link';
import { SettingsFrame } from './settings-frame';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: ChannelListView;
  me: { firstName: string; lastName: string };
}

/** The people whom a figure of the channels counts, each with the way to their record. */
export function ChannelListPage({ language, view, me }: Props) {
  const all = channelWords.in(language);
  const words = all[view.list];
  const wording = wordingFor(language, { zone: view.office.zone, now: 0 });
  const day = (date: string) => formatLongDate(date, view.office.zone, language);
  const back = { href: `/staff/office/channels?period=${view.period}`, text: all.back };
  const when = view.list === 'moved' ? ` ${all.days(day(view.fromOn), day(view.untilOn))}` : '';
  return (
    <SettingsFrame {...{ language, me, back }} title={words.title} lead={`${words.meaning}${when}`}>
      {view.list === 'moved' ? (
        <Names people={view.moved} none={all.moved.none} wording={wording} />
      ) : (
        <Nowhere view={view} wording={wording} />
      )}
    </SettingsFrame>
  );
}

function Nowhere({ view, wording }: { view: ChannelListView; wording: Wording }) {
  const words = channelWords.in(wording.language).unreachable;
  const { none, more, safety } = view.unreachable;
  const people = none.map((one) => ({ ...one, why: words.why[one.reason] ?? words.unknown }));
  return (
    <>
      <Names people={people} none={words.none} wording={wording} />
      {more && <p className="govuk-body">{words.more(none.length)}</p>}
      {safety.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.safetyHeading}</h2>
          <p className="govuk-body">{words.safetyLead}</p>
          <Names people={safety} none="" wording={wording} />
        </section>
      )}
    </>
  );
}

function Names({
  people,
  none,
  wording,
}: {
  people: readonly { id: string; firstName: string; lastName: string; why?: string }[];
  none: string;
  wording: Wording;
}) {
  if (people.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <ul className="wm-needs__list">
      {people.map((customer) => (
        <li key={customer.id} className="wm-need">
          <p className="wm-need__who">
            <RecordLink customer={customer} wording={wording} />
          </p>
          {customer.why && <p className="wm-need__why">{customer.why}</p>}
        </li>
      ))}
    </ul>
  );
}
