import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLog, safeError, tellFault } from './log';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ name: 'test', level: 'info' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('keeps what was named personal to itself', () => {
    const text = linesOf((log) =>
      log.info({ recipient: '+447700900123', message: { body: 'Hello Aled', email: 'aled@mail.example' } }, 'sent'),
    );
    expect(text).not.toMatch(/900123|Aled|mail\.example/i);
    expect(text).toContain('sent');
  });

  it('tells of a database error what failed, not the values', () => {
    const cause = Object.assign(new Error('invalid input: "Aled Hughes"'), { code: '22P02' });
    const error = Object.assign(new Error('Failed query: select $1 params: Aled Hughes', { cause }), {
      query: 'select $1',
      params: ['Aled Hughes'],
    });
    const text = linesOf((log) => log.error({ err: error }, 'failed'));
    expect(text).not.toContain('Aled');
    expect(text).toContain('select $1');
    expect(text).toContain('22P02');
  });

  it('masks numbers, addresses and link tokens in other messages, and keeps the place', () => {
    const failure = safeError(new Error('no answer for +44 7700 900123, aled@mail.example, /a/3kTfP09QmZs81LbVx'));
    expect(failure).toMatchObject({ message: 'no answer for [number], [email], /a/[token]' });
    expect(JSON.stringify(failure)).toContain('log.test.ts');
  });

  it('survives what is thrown without being an error', () => {
    expect(safeError('plain text')).toBe('plain text');
    expect(safeError(null)).toBe('null');
  });
});

describe('a fault that ends a program', () => {
  const query = { query: 'insert into customers values ($1)', params: ['Aled Hughes'] };

  it('is told on the screen without what somebody typed', () => {
    const cause = Object.assign(new Error('near "Aled Hughes"'), { code: '22P02' });
    const told = tellFault(Object.assign(new Error('Failed query, params: Aled Hughes', { cause }), query));
    expect(told).toMatch(
      /^Error: the database refused\n {4}at [^]*\ncaused by Error: the database refused \(22P02\)\n/,
    );
    expect(told).not.toContain('Aled');
  });

  it('is told without passwords in addresses', () => {
    const address = 'smtp://portal:hunter2(x)@mail.example';
    const error = Object.assign(new TypeError(`Invalid URL ${address}`), { code: 'ERR_INVALID_URL', input: address });
    expect(tellFault(error)).toMatch(/^TypeError: Invalid URL /);
    expect(tellFault(error)).not.toContain('hunter2');
  });

  it.each(['throw fault', 'void Promise.reject(fault)'])('goes to the log alone: %s', (fails) => {
    const program = `import { createLog, endAtFault } from './app/adapters/log.ts';
      endAtFault(createLog({ name: 'test', level: 'info' }));
      const fault = Object.assign(new Error('Failed query, params: Aled Hughes'), ${JSON.stringify(query)});
      setTimeout(() => { ${fails} });`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const ended = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toContain('a fault that nobody caught');
    expect(ended.stdout).not.toContain('Aled');
  });
});
