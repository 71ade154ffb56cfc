import { randomBytes } from 'node:crypto';
import { mistakesOf, validateCall, validateCallCreate } from './twilio-schema';

export interface TwilioCall {
  sid: string;
  to: string;
  from: string;
  url: string;
  statusCallback: string | null;
  status: string;
  price: string | null;
  createdAt: number;
}

/** The fields of a form whose names may come several times: those become lists. */
function fieldsWithLists(body: string): Record<string, string | string[]> {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      name === 'StatusCallbackEvent' ? form.getAll(name) : form.get(name)!,
    ]),
  );
}

/** The part of the small Twilio that makes, lists and shows calls. */
export function twilioCalls(account: string, now: () => number, mistakes: string[]) {
  const calls: TwilioCall[] = [];
  const requests: Record<string, string | string[]>[] = [];
  const base = `/2010-04-01/Accounts/${account}/Calls`;

  function shown(call: TwilioCall) {
    const created = new Date(call.createdAt).toUTCString().replace('GMT', '+0000');
    const begun = call.status !== 'queued';
    const answer = {
      ...{ sid: call.sid, account_sid: account, api_version: '2010-04-01', direction: 'outbound-api' },
      ...{ to: call.to, to_formatted: call.to, from: call.from, from_formatted: call.from, status: call.status },
      ...{ date_created: created, date_updated: created, start_time: begun ? created : null, end_time: null },
      ...{ duration: null, price: call.price, price_unit: 'usd', answered_by: null },
      ...{ parent_call_sid: null, phone_number_sid: `PN${'0a'.repeat(16)}`, forwarded_from: null, group_sid: null },
      ...{ caller_name: null, queue_time: '0', trunk_sid: null, uri: `${base}/${call.sid}.json` },
      subresource_uris: {},
    };
    if (!validateCall(answer)) mistakes.push(`an answer of this server: ${mistakesOf(validateCall)}`);
    return answer;
  }

  return {
    base,
    calls,
    requests,
    /** Whether a request to make a call is as Twilio describes it. */
    check(body: string): Record<string, string | string[]> | null {
      const fields = fieldsWithLists(body);
      if (validateCallCreate({ ...fields })) return fields;
      mistakes.push(`POST Calls: ${mistakesOf(validateCallCreate)}`);
      return null;
    },
    make(fields: Record<string, string | string[]>): object {
      const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
      const call: TwilioCall = {
        sid: `CA${randomBytes(16).toString('hex')}`,
        ...{ to: text('To')!, from: text('From')!, url: text('Url')!, statusCallback: text('StatusCallback') },
        ...{ status: 'queued', price: null, createdAt: now() },
      };
      calls.push(call);
      return shown(call);
    },
    list(query: URLSearchParams): object {
      const size = Number(query.get('PageSize') ?? 50);
      const page = Number(query.get('Page') ?? 0);
      // A call that still waits has no start: a filter by it leaves the call out, as Twilio's does.
      const timed = [...query.keys()].some((name) => name.startsWith('StartTime'));
      const found = calls
        .filter((call) => !query.get('To') || call.to === query.get('To'))
        .filter((call) => !query.get('From') || call.from === query.get('From'))
        .filter((call) => !timed || call.status !== 'queued')
        .toReversed();
      const next = new URLSearchParams(query);
      next.set('Page', String(page + 1));
      const more = found.length > (page + 1) * size;
      const uri = `${base}.json`;
      return {
        calls: found.slice(page * size, (page + 1) * size).map(shown),
        ...{ page, page_size: size, start: page * size, end: Math.min(found.length, (page + 1) * size), uri },
        ...{ first_page_uri: uri, next_page_uri: more ? `${uri}?${next}` : null, previous_page_uri: null },
      };
    },
    find(path: string): object | null {
      const call = calls.find(({ sid }) => path === `${base}/${sid}.json`);
      return call ? shown(call) : null;
    },
  };
}
