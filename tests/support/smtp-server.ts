import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the server may misbehave, at which step. */
export type SmtpFault =
  | { at: 'rcpt' | 'mail' | 'data'; code: number; text: string }
  /** Takes the whole message and then says nothing. */
  | { at: 'silence_after_data' }
  /** Takes the whole message and then hangs up. */
  | { at: 'reset_after_data' };

/** A real SMTP server on the loopback address, which reads what it gets back into its parts. */
export async function startSmtpServer() {
  const received: Email[] = [];
  /** Who each was from and to, on the envelope, and what was asked to be told about it. */
  const envelopes: SMTPServerSession['envelope'][] = [];
  let fault: SmtpFault | null = null;
  const refusal = (at: 'rcpt' | 'mail' | 'data') =>
    fault?.at === at ? Object.assign(new Error(fault.text), { responseCode: fault.code }) : null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    hideDSN: false,
    onMailFrom: (_address, _session, callback) => callback(refusal('mail')),
    onRcptTo: (_address, _session, callback) => callback(refusal('rcpt')),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal('data')) return callback(refusal('data'));
        PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          received.push(email);
          envelopes.push(session.envelope);
          if (fault?.at === 'silence_after_data') return;
          if (fault?.at === 'reset_after_data') {
            for (const client of server.connections) {
              const { id, _socket } = client as unknown as { id: string; _socket: { destroy(): void } };
              if (id === session.id) _socket.destroy();
            }
            return;
          }
          callback();
        }, callback);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    envelopes,
    fail: (next: SmtpFault | null) => void (fault = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type TestSmtpServer = Awaited<ReturnType<typeof startSmtpServer>>;
