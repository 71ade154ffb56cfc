import PostalMime, { type Email } from 'postal-mime';

/** What a mail server says has become of an email, in a mail of its own (RFC 3464). */
export interface DeliveryReport {
  /** The attempt ids that it names, in the address it came to or as the envelope's id; mostly one. */
  attemptIds: string[];
  /** The Message-ID of the email that it is about, if it says. */
  messageId: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** "5.1.1" (RFC 3463). */
  status: string;
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const ATTEMPT_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TO_HEADERS = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];

/** Reads a delivery-status mail. @returns null for any other mail, or one that cannot be read. */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    return null;
  }
  const part = (...types: string[]) => email.attachments.find(({ mimeType }) => types.includes(mimeType));
  const report = part('message/delivery-status', 'message/global-delivery-status');
  if (!report) return null;
  // Groups of fields: the first is about the mail, each of the others about one recipient; we write to one at a time.
  const groups = textOf(report.content)
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map(fieldsOf);
  const recipient = groups.find((fields) => fields.has('action') || fields.has('final-recipient'));
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(recipient?.get('status') ?? '')?.[0];
  const action = ACTIONS.find(
    (one) =>
      one ===
      recipient
        ?.get('action')
        ?.toLowerCase()
        .split(/[\s(;]/)[0],
  );
  if (!status || !action) return null;
  const original = part('text/rfc822-headers', 'message/rfc822', 'message/rfc822-headers', 'message/global');
  const originalFields = original
    ? fieldsOf(textOf(original.content).split(/\r?\n\r?\n/)[0] ?? '')
    : new Map<string, string>();
  return {
    attemptIds: attemptIdsOf(email, groups[0]?.get('original-envelope-id') ?? ''),
    messageId: /<[^<>\s]+>/.exec(originalFields.get('message-id') ?? '')?.[0] ?? null,
    action,
    status,
  };
}

function attemptIdsOf(email: Email, envelopeId: string): string[] {
  const addresses = email.headers.filter(({ key }) => TO_HEADERS.includes(key)).map(({ value }) => value);
  const named = addresses.flatMap((text) => [...text.matchAll(new RegExp(`bounces\\+(${ATTEMPT_ID})@`, 'gi'))]);
  const id = new RegExp(`^(${ATTEMPT_ID})$`, 'i').exec(envelopeId.trim());
  return [...new Set([...named, ...(id ? [id] : [])].map((match) => match[1]!.toLowerCase()))];
}

/** Header-like fields by their names in small letters; the first of a name counts, and folded lines are one. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
  }
  return fields;
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
