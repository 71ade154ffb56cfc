import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The log: JSON lines on standard output, with nothing personal (docs/security.md, logs).
 * Code that logs names what it logs; the rest of this file is for the day on which it names too much.
 * @param destination where the lines go instead; for tests.
 */
export function createLog(options: { name: string; level: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { name: options.name },
    serializers: { err: safeError, error: safeError },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`]), censor: '[withheld]' },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

const PERSONAL = [
  'recipient',
  'to',
  'from',
  'body',
  'subject',
  'text',
  'phone',
  'mobile',
  'landline',
  'email',
  'contact',
  'firstName',
  'lastName',
  'address',
  'token',
  'secret',
  'password',
  'cookie',
  'headers',
  'params',
];

interface Failure {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  query?: string;
  stack: string[];
  cause?: Failure;
}

/**
 * An error for the log, without what somebody typed: messages that quote values are left out (the statement, with
 * its placeholders, stays); in others, addresses and long numbers are masked.
 */
export function safeError(error: unknown): Failure | string {
  if (!(error instanceof Error)) return masked(String(error));
  const { code, constraint, query, cause } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message: quotesValues(query, code) ? 'the database refused' : masked(error.message),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof query === 'string' && { query }),
    stack: frames(error),
    ...(cause instanceof Error && { cause: safeError(cause) as Failure }),
  };
}

/** A fault for the screen of whoever runs a program, over several lines: as careful as the log. */
export function tellFault(error: unknown): string {
  const failure = safeError(error);
  return typeof failure === 'string' ? failure : linesOf(failure).join('\n');
}

function linesOf({ type, message, code, stack, cause }: Failure): string[] {
  const [head = '', ...more] = cause ? linesOf(cause) : [];
  return [
    `${type}: ${message}${code ? ` (${code})` : ''}`,
    ...stack.map((line) => `    ${line}`),
    ...(cause ? [`caused by ${head}`, ...more] : []),
  ];
}

/** Ends the process at a fault that nobody caught, in the log's words: Node's own would repeat every value in it. */
export function endAtFault(log: Logger): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault that nobody caught');
    process.exit(1);
  });
}

/** Drizzle repeats the parameters of a statement; PostgreSQL quotes the value of a data exception (class 22). */
function quotesValues(query: unknown, code: unknown): boolean {
  return query !== undefined || (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code));
}

function frames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 12);
}

function masked(text: string): string {
  return text
    .slice(0, 500)
    .replaceAll(/:\/\/\S*@/g, '://[withheld]@')
    .replaceAll(/[^\s"'<>(),;]+@[^\s"'<>(),;]+/g, '[email]')
    .replaceAll(/\/a\/[0-9A-Za-z]+/g, '/a/[token]')
    .replaceAll(/\+?\d[\d\s-]{4,}\d/g, '[number]');
}
