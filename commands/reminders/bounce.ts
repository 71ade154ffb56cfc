import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDeliveryReport } from '~/adapters/messaging/delivery-report';
import type { Composition } from '~/composition.server';
import { receiveBounce } from '~/services/receive-bounce.server';
import { WrongUse, type Subcommand } from './subcommand';

const USAGE = `bounce [FILE|-]
  Takes in a delivery-status mail that came back to bounces+…@, from a file or standard input: for the mail server's pipe.`;

/** A report is a few thousand characters; the email it is about may be in it. */
const MOST_BYTES = 5_000_000;

async function read(file: string): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stream = file === '-' ? process.stdin : createReadStream(file);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

async function run({ deps, requireTables }: Composition, args: string[]): Promise<number> {
  let files;
  try {
    files = parseArgs({ args, allowPositionals: true }).positionals;
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  if (files.length > 1) throw new WrongUse(`"${files[1]}" is one too many.`);
  const refuse = (line: string) => {
    console.error(line);
    return 2;
  };
  const raw = await read(files[0] ?? '-').catch((error: NodeJS.ErrnoException) => error);
  if (raw instanceof Error) return refuse(`The mail cannot be read (${raw.code ?? raw.name}).`);
  if (raw === null)
    return refuse(`The mail is larger than ${MOST_BYTES.toLocaleString('en-GB')} bytes. Nothing was done.`);
  const report = await readDeliveryReport(raw);
  if (!report) return refuse('This is not a delivery-status mail (RFC 3464). Nothing was done.');
  await requireTables();
  const received = await receiveBounce(deps)(report);
  if (!received.ok) console.log('It is about no email that was sent from here. Nothing was changed.');
  else if (received.did === 'nothing_new') console.log('Known already. Nothing was changed.');
  else
    console.log(
      received.did === 'moved'
        ? `Taken in: ${report.action} ${report.status}.`
        : `Noted: ${report.action} ${report.status}.`,
    );
  return 0;
}

export const bounce: Subcommand = { usage: USAGE, run };
