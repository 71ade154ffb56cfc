import { callWebhook } from './twilio-server';

/** An element of TwiML. */
export interface Verb {
  name: string;
  attributes: Record<string, string>;
  children: (Verb | string)[];
}

/**
 * Reads an XML document, as strictly as a telephone network would.
 * @throws when it is not well-formed.
 */
export function readXml(text: string): Verb {
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '');
  const root: Verb = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  for (const match of body.matchAll(/<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    addText(open.at(-1)!, body.slice(at, match.index));
    at = match.index + match[0].length;
    const [, closing, name = '', attributes = '', empty] = match;
    if (closing) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const verb: Verb = { name, attributes: attributesIn(attributes), children: [] };
    open.at(-1)!.children.push(verb);
    if (!empty) open.push(verb);
  }
  addText(open.at(-1)!, body.slice(at));
  const [first, ...others] = root.children;
  if (open.length !== 1 || typeof first !== 'object' || others.length > 0) throw new Error('not one whole document');
  return first;
}

function addText(verb: Verb, text: string): void {
  if (/[<>]/.test(text)) throw new Error(`a stray bracket in: ${text}`);
  if (text !== '') verb.children.push(entities(text));
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name, value]) => [name!, entities(value!)]),
  );
}

function entities(text: string): string {
  const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';') || !(name in NAMED)) throw new Error(`no such entity: ${whole}`);
    return NAMED[name]!;
  });
}

/** What somebody with the telephone at the ear has heard, and may do. */
export interface Heard {
  /** What was said last, and in which language and voice. */
  said: string;
  voices: string[];
  /** True when it listens for a key, false when it hung up. */
  listens: boolean;
}

/**
 * The person, or machine, at the other end of a call: does what the TwiML says, and really asks the portal, signed, for
 * what comes next.
 */
export function answerPhone(
  portal: { publicUrl: string; url: string },
  call: { sid: string; url: string; statusCallback: string | null; to: string; from: string },
) {
  let next: string | null = null;
  const fields = { CallSid: call.sid, AccountSid: `AC${'a1'.repeat(16)}`, To: call.to, From: call.from };

  async function ask(address: string, more: Record<string, string>): Promise<Heard> {
    if (!address.startsWith(portal.publicUrl)) throw new Error(`not an address of the portal: ${address}`);
    const path = address.slice(portal.publicUrl.length);
    const response = await callWebhook(portal, path, { ...fields, CallStatus: 'in-progress', ...more });
    if (response.status !== 200 || !/^text\/xml/.test(response.headers.get('content-type') ?? ''))
      throw new Error(`the portal answered ${response.status}`);
    return follow(readXml(await response.text()));
  }

  function follow(response: Verb): Heard {
    if (response.name !== 'Response') throw new Error(`not TwiML: ${response.name}`);
    const gather = response.children.find((verb) => typeof verb === 'object' && verb.name === 'Gather');
    const speaks = typeof gather === 'object' ? gather : response;
    const says = speaks.children.filter((verb): verb is Verb => typeof verb === 'object' && verb.name === 'Say');
    next = typeof gather === 'object' ? (gather.attributes.action ?? null) : null;
    return {
      said: says.flatMap(({ children }) => children).join(' '),
      voices: says.map(({ attributes }) => `${attributes.language} ${attributes.voice}`),
      listens: next !== null,
    };
  }

  return {
    answer: () => ask(call.url, {}),
    /** Presses a key; an empty one is silence, which Twilio reports as no digits. */
    async press(key: string): Promise<Heard> {
      if (next === null) throw new Error('nobody listens');
      return ask(next, key === '' ? {} : { Digits: key });
    },
    /** Where the next key goes. */
    next: () => next,
    /** The network's news of the call. */
    async report(status: string, more: Record<string, string> = {}): Promise<number> {
      const path = (call.statusCallback ?? '').slice(portal.publicUrl.length);
      return (await callWebhook(portal, path, { ...fields, CallStatus: status, ...more })).status;
    },
  };
}
