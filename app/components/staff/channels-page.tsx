import { MEASURE_PERIODS, type WayRow } from '~/domain/contact/channel-measures';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { channelWords, type ChannelWords } from '~/i18n/pages/staff-channels';
import { officeWords } from '~/i18n/pages/staff-office';
import type { ChannelsView } from '~/services/view-channels.server';
import { ChannelTrend } from './channel-trend';
import { SettingsFrame } from './settings-frame';
import { ViewSwitch } from './view-switch';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: ChannelsView;
  me: { firstName: string; lastName: string };
}

const BASE = '/staff/office/channels';

/** How the customers of an office and the office were in touch: each figure with what it counts, and the people behind it. */
export function ChannelsPage({ language, view, me }: Props) {
  const words = channelWords.in(language);
  const { office, period, fromOn, untilOn, now } = view;
  const day = (date: string) => formatLongDate(date, office.zone, language);
  const wording = wordingFor(language, { zone: office.zone, now, date: null });
  const query = `?period=${period}`;
  return (
    <SettingsFrame
      {...{ language, me }}
      back={{ href: '/staff/office', text: officeWords.in(language).back }}
      title={words.title}
      lead={`${office.name}. ${words.lead}`}
    >
      <ViewSwitch
        label={words.periodsLabel}
        views={MEASURE_PERIODS}
        names={words.periods}
        shown={period}
        pathOf={(one) => `${BASE}?period=${one}`}
      />
      <p className="govuk-body">
        {words.days(day(fromOn), day(untilOn))} {words.counted(wording.when(now))}
      </p>
      <Services view={view} words={words} />
      <ChannelTrend trend={view.trend} language={language} />
      <People
        heading={words.moved.heading}
        meaning={words.moved.meaning}
        link={{ href: `${BASE}/moved${query}`, text: words.moved.link(view.moved) }}
      />
      <People
        heading={words.unreachable.heading}
        meaning={words.unreachable.meaning}
        link={{ href: `${BASE}/unreachable${query}`, text: words.unreachable.link(view.unreachable, view.more) }}
        after={view.safety > 0 ? words.unreachable.safety(view.safety) : undefined}
      />
      <Sent view={view} words={words} />
      <p className="govuk-body wm-no-print">
        <a className="govuk-link" href={`${BASE}.csv${query}`}>
          {words.csv}
        </a>
      </p>
    </SettingsFrame>
  );
}

function People({
  heading,
  meaning,
  link,
  after,
}: {
  heading: string;
  meaning: string;
  link: { href: string; text: string };
  after?: string;
}) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={link.href}>
          {link.text}
        </a>
      </p>
      <p className="govuk-body">
        {meaning} {after}
      </p>
    </section>
  );
}

function Services({ view, words }: { view: ChannelsView; words: ChannelWords }) {
  const { table } = view;
  const columns = ['way', 'alone', 'helped', 'all'] as const;
  const groups = [
    ...table.services.map(({ service, ways }) => ({ name: words.services[service], ways })),
    { name: words.table.every, ways: table.total },
  ];
  return (
    <section>
      <h2 className="govuk-heading-m">{words.table.heading}</h2>
      <p className="govuk-body">
        {table.services.length === 0 ? words.table.none : words.table.total(table.all.alone, table.all.helped)}{' '}
        {words.table.meaning}
      </p>
      {table.services.length > 0 && (
        <div>
          <table className="govuk-table wm-figures">
            <caption className="govuk-visually-hidden">{words.table.heading}</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {columns.map((column) => (
                  <th key={column} scope="col" className="govuk-table__header">
                    {words.table[column]}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ name, ways }) => (
              <tbody key={name} className="govuk-table__body">
                <tr className="govuk-table__row">
                  <th scope="rowgroup" colSpan={4} className="govuk-table__header">
                    {name}
                  </th>
                </tr>
                {ways.map((row) => (
                  <Way key={row.way} row={row} words={words} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

function Way({ row: { way, alone, helped }, words }: { row: WayRow; words: ChannelWords }) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header wm-plain">
        {words.ways[way]}
      </th>
      {[alone, helped, alone + helped].map((figure, index) => (
        <td key={index} className="govuk-table__cell">
          {figure}
        </td>
      ))}
    </tr>
  );
}

function Sent({ view, words }: { view: ChannelsView; words: ChannelWords }) {
  const { sent } = words;
  return (
    <section>
      <h2 className="govuk-heading-m">{sent.heading}</h2>
      <p className="govuk-body">{view.sent.length === 0 ? sent.none : sent.meaning}</p>
      {view.sent.length > 0 && (
        <table className="govuk-table wm-figures">
          <caption className="govuk-visually-hidden">{sent.heading}</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                {sent.channel}
              </th>
              <th scope="col" className="govuk-table__header">
                {sent.count}
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {view.sent.map(({ channel, count }) => (
              <tr key={channel} className="govuk-table__row">
                <th scope="row" className="govuk-table__header wm-plain">
                  {sent.channels[channel]}
                </th>
                <td className="govuk-table__cell">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
