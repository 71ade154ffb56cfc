import type { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { MessageSender, OutgoingMessage, SendAnswer } from './sender';

export interface SmtpSettings {
  /** smtp:// or smtps://, with the user and password if there are any. */
  url: string;
  /** "Waymark <no-reply@waymark.example>" */
  from: string;
  deadlineMs: number;
}

type SmtpFault = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** Emails through any SMTP server. It keeps no list that could be asked, so what is unknown stays unknown. */
export function createSmtp(settings: SmtpSettings): MessageSender {
  const options: SMTPPool.Options & { maxRequeues: number } = {
    url: settings.url,
    pool: true,
    // Of the engine's hand-overs at once, few then wait for a connection longer than a mail takes.
    maxConnections: 10,
    // The pool would try again by itself; whether to try again is the engine's business.
    maxRequeues: 0,
    connectionTimeout: settings.deadlineMs,
    greetingTimeout: settings.deadlineMs,
    socketTimeout: settings.deadlineMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = nodemailer.createTransport(options);
  const host = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'waymark.invalid';

  /** The messages on their way, as streams: one that was read from has reached the server, at least in part. */
  const streams = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const createStream = message.createReadStream.bind(message);
    message.createReadStream = (streamOptions) => {
      const stream = createStream(streamOptions);
      streams.set(String(mail.data.messageId), stream);
      return stream;
    };
    done();
  });

  async function send(message: OutgoingMessage): Promise<SendAnswer> {
    const messageId = `<${message.id}@${host}>`;
    const signal = AbortSignal.timeout(settings.deadlineMs);
    try {
      const sent = await transport.sendMail({
        from: settings.from,
        to: message.recipient,
        // What comes back about it later comes to an address with the attempt id (`npm run reminders -- bounce`).
        envelope: {
          from: bounceAddress(message.id, host),
          to: message.recipient,
          dsn: {
            id: message.id,
            return: 'headers',
            notify: ['success', 'failure', 'delay'],
            recipient: message.recipient,
          },
        },
        subject: message.subject ?? '',
        text: message.body,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: message.calendar ? [calendarFile(message.calendar)] : [],
        signal,
      } as Parameters<typeof transport.sendMail>[0]);
      // Only the server's last word counts: before it, the message was not taken.
      if (!/^2\d\d/.test(sent.response)) return { kind: 'unknown', detail: sent.response.slice(0, 3) };
      return { kind: 'accepted', providerId: sent.messageId, segments: null };
    } catch (error) {
      return answerOf(error as SmtpFault, streams.get(messageId)?.readableDidRead ?? false);
    } finally {
      streams.delete(messageId);
    }
  }

  return {
    provider: 'smtp',
    channel: 'email',
    perSecond: null,
    cannotBeAsked: true,
    send,
    lookUp: null,
    reconcile: async () => ({ kind: 'cannot_tell', ever: false, detail: 'SMTP keeps no list' }),
    close: async () => transport.close(),
  };
}

/** Where delivery-status mails about an attempt come back to. */
export function bounceAddress(attemptId: string, host: string): string {
  return `bounces+${attemptId}@${host}`;
}

function calendarFile(content: string) {
  const method = /^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH';
  return { filename: 'appointment.ics', content, contentType: `text/calendar; charset=utf-8; method=${method}` };
}

/** What a failed hand-over means. @param begun true when the server may have the whole message. */
function answerOf(fault: SmtpFault, begun: boolean): SendAnswer {
  const code = fault.responseCode ? String(fault.responseCode) : (fault.code ?? 'fault');
  const detail = fault.command ?? 'connection';
  if (fault.responseCode && fault.responseCode >= 500) {
    // A mailbox that does not exist is the person's; a policy (5.7.x), a sender or a password refused is ours.
    const mailbox = fault.command === 'RCPT TO' && !/\b5\.7\.\d/.test(fault.response ?? '');
    return { kind: 'rejected', cause: mailbox ? 'person' : 'us', code, detail };
  }
  if (fault.code === 'EAUTH') return { kind: 'rejected', cause: 'us', code, detail };
  if (fault.code === 'EENVELOPE' && !fault.responseCode) return { kind: 'rejected', cause: 'person', code, detail };
  if (fault.responseCode || !begun) return { kind: 'try_later', code, detail, retryAfterMs: null };
  return { kind: 'unknown', detail: code };
}
