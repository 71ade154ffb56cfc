import type { Queryable } from '@db/client.server';
import {
  countActs,
  countAnswers,
  countContacts,
  countDigital,
  countSent,
  sumMinutes,
  type MeasuredSpan,
} from '@db/queries/channel-measures.server';
import { findOffice } from '@db/queries/office-day.server';
import { countMoved, listMoved } from '@db/queries/profile-moves.server';
import type { ActWay } from '~/domain/assisted/help';
import {
  arrangeChannels,
  hoursOf,
  measuredDays,
  trendMonths,
  type ChannelList,
  type ChannelTable,
  type Counted,
  type MeasuredWay,
  type MeasurePeriod,
} from '~/domain/contact/channel-measures';
import type { PersonName } from '~/domain/contact/person-name';
import type { Channel } from '~/domain/messaging/channel';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { listUnreachable, type Unreachable } from './list-unreachable.server';
import type { SignedInStaff } from './sessions.server';

export interface ChannelsView {
  office: { name: string; zone: string };
  /** When it was counted (ms): at this moment. */
  now: number;
  period: MeasurePeriod;
  /** Dates of the office, both included. */
  fromOn: string;
  untilOn: string;
  table: ChannelTable;
  /** Messages that went out, by channel. */
  sent: { channel: Exclude<Channel, 'call_list'>; count: number }[];
  /** The 12 whole months before this one, the earliest first. */
  trend: { month: string; hours: number; digital: number }[];
  /** How many came to do something alone that they could not. */
  moved: number;
  unreachable: number;
  /** `unreachable` is at least so many. */
  more: boolean;
  safety: number;
}

const WAY_OF_ACT: Record<ActWay, MeasuredWay> = {
  online: 'online',
  kiosk: 'kiosk',
  phone: 'phone',
  desk: 'desk',
  // Side by side at a visit.
  joint: 'desk',
};
const WAY_OF_ANSWER: Partial<Record<string, MeasuredWay>> = { link: 'link', reply: 'text', call: 'phone' };

/**
 * How the customers of the viewer's office and the office were in touch: by service, way, and with help or alone; the trend;
 * and who is on no working channel. Counted in the database; only those whom nothing reaches are read one by one.
 */
export const viewChannels =
  (deps: Deps) =>
  async ({ staff, period }: { staff: SignedInStaff; period: MeasurePeriod }): Promise<ChannelsView> =>
    deps.db.read(async (q) => {
      const at = await placeIn(q, deps, staff, period);
      const { span, zone, today } = at;
      const { none, more, safety } = await listUnreachable(q, staff.officeId);
      return {
        office: at.office,
        ...{ now: deps.clock.now(), period, fromOn: at.fromOn, untilOn: at.untilOn },
        table: arrangeChannels(await countedIn(q, span)),
        sent: (await countSent(q, span)).flatMap(({ channel, count }) =>
          channel === null || channel === 'call_list' ? [] : [{ channel, count }],
        ),
        trend: await trendOf(q, staff.officeId, today, zone),
        moved: await countMoved(q, span),
        ...{ unreachable: none.length, more, safety: safety.length },
      };
    });

async function placeIn(q: Queryable, deps: Deps, staff: SignedInStaff, period: MeasurePeriod) {
  const office = await findOffice(q, staff.officeId);
  if (!office) throw new Error('a member of staff has an office that does not exist');
  const zone = office.timeZone;
  const today = wallClockOf(deps.clock.now(), zone).date;
  const { fromOn, untilOn } = measuredDays(period, today);
  const span: MeasuredSpan = {
    ...{ officeId: staff.officeId, from: dayBounds(fromOn, zone).from, to: dayBounds(untilOn, zone).to },
  };
  return { office: { name: office.name, zone }, zone, today, fromOn, untilOn, span };
}

async function countedIn(q: Queryable, span: MeasuredSpan): Promise<Counted[]> {
  const contacts = await countContacts(q, span);
  const acts = await countActs(q, span);
  const answers = await countAnswers(q, span);
  return [
    ...contacts.map(({ service, channel, helped, count }) => ({ service, way: channel, helped, count })),
    ...acts.map(({ service, way, helped, count }) => ({ service, way: WAY_OF_ACT[way], helped: helped === 1, count })),
    ...answers.flatMap(({ by, count }) => {
      const way = WAY_OF_ANSWER[by];
      return way ? [{ service: 'appointment' as const, way, helped: false, count }] : [];
    }),
  ];
}

async function trendOf(q: Queryable, officeId: string, today: string, zone: string): Promise<ChannelsView['trend']> {
  const months = trendMonths(today).map(({ month, fromOn, beforeOn }) => ({
    ...{ month, from: dayBounds(fromOn, zone).from, to: dayBounds(beforeOn, zone).from },
  }));
  const minutes = await sumMinutes(q, officeId, months);
  const digital = await countDigital(q, officeId, months);
  return months.map(({ month }, index) => ({
    month,
    hours: hoursOf(minutes.filter((one) => one.month === index).reduce((sum, one) => sum + one.minutes, 0)),
    digital: digital.filter((one) => one.month === index).reduce((sum, one) => sum + one.count, 0),
  }));
}

export interface ChannelListView {
  office: { name: string; zone: string };
  list: ChannelList;
  period: MeasurePeriod;
  fromOn: string;
  untilOn: string;
  /** Whom nothing reaches, and to whom nothing may be sent; none of them in the other list. */
  unreachable: Unreachable;
  moved: PersonName[];
}

const MOST_NAMES = 500;

/** The people whom a figure counts, by name. On record as read. */
export const viewChannelList =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; list: ChannelList; period: MeasurePeriod }): Promise<ChannelListView> => {
    const { staff, list, period } = input;
    const view = await deps.db.read(async (q) => {
      const { office, fromOn, untilOn, span } = await placeIn(q, deps, staff, period);
      const nobody: Unreachable = { none: [], more: false, safety: [] };
      return {
        ...{ office, list, period, fromOn, untilOn },
        unreachable: list === 'unreachable' ? await listUnreachable(q, staff.officeId) : nobody,
        moved: list === 'moved' ? await listMoved(q, { ...span, limit: MOST_NAMES }) : [],
      };
    });
    const subject = { subjectKind: 'office', subjectId: staff.officeId, detail: list };
    await recordRead(deps)({ reader: staff, action: 'channels.read', ...subject });
    return view;
  };

/** The table and the trend as a file, safe to open in a spreadsheet; nobody can be told from it. */
export const exportChannels =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; period: MeasurePeriod }): Promise<{ name: string; text: string }> => {
    const { table, trend, fromOn, untilOn } = await viewChannels(deps)(input);
    const rows = [
      ['from', 'until', 'service', 'way', 'alone', 'helped'],
      ...table.services.flatMap(({ service, ways }) =>
        ways.map(({ way, alone, helped }) => [fromOn, untilOn, service, way, String(alone), String(helped)]),
      ),
      ['month', '', 'phone_and_desk_hours', 'digital_contacts', '', ''],
      ...trend.map(({ month, hours, digital }) => [month, '', String(hours), String(digital), '', '']),
    ];
    return { name: `channels-${fromOn}-${untilOn}.csv`, text: rows.map((row) => deps.csv.line(row)).join('') };
  };
