import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CsvRecord } from './csv-file';
import { MAX_RECORD_CHARACTERS, RecordFramer } from './frame-records';
import { openCsv } from './open-csv';
import { parseRecords } from './parse-records';
import { safeCsvLine } from './safe-cells';

/** Reads text that comes in pieces of the given size. */
function records(text: string, size = text.length + 1): CsvRecord[] {
  const framer = new RecordFramer();
  const framed = [];
  for (let at = 0; at < text.length; at += size) framed.push(...framer.add(text.slice(at, at + size)));
  framed.push(...framer.end());
  return parseRecords(framed);
}

describe('records of a CSV file', () => {
  it('have the line that they start on', () => {
    expect(records('a,b\r\n"1,5","say ""hi"""\n\n"two\nlines",x\rlast,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', 'say "hi"'] },
      { line: 4, cells: ['two\nlines', 'x'] },
      { line: 6, cells: ['last', ''] },
    ]);
  });

  it('are the same however the text is cut into pieces', () => {
    const text = 'a,b\r\n"1,5","say ""hi"""\r\n\r\n"two\r\nlines",x\n5"10,y\nlast,\r\n';
    for (let size = 1; size < text.length; size += 1) expect(records(text, size)).toEqual(records(text));
  });

  it('cost one line when a quotation mark is in the wrong place', () => {
    expect(records('a,5"10\nb,"x"y\nc,d')).toEqual([
      { line: 1, text: 'a,5"10', broken: expect.stringContaining('in the wrong place') },
      { line: 2, text: 'b,"x"y', broken: expect.stringContaining('in the wrong place') },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it('cost one line when a quotation mark is never closed', () => {
    expect(records('a,"b\nc,d\n"e",f')).toEqual([
      { line: 1, text: 'a,"b', broken: expect.stringContaining('quotation mark') },
      { line: 2, cells: ['c', 'd'] },
      { line: 3, cells: ['e', 'f'] },
    ]);
    const long = `a,"b\n${'c,d\n'.repeat(500)}`;
    const found = records(long);
    expect(found).toHaveLength(501);
    expect(found.filter((record) => 'broken' in record).map((record) => record.line)).toEqual([1]);
  });

  it('of more than 64 KB are left out, and do not fill the memory', () => {
    const big = 'x'.repeat(MAX_RECORD_CHARACTERS + 1);
    expect(records(`a,b\n${big.repeat(20)}\nc,d`, 1_000)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, text: '', broken: 'is longer than 64 KB' },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', ' ', 'ŵ') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = rows.map(([one, two]) => safeCsvLine([`x${one}`, `x${two}`])).join('');
        expect(records(text, 7).map((record) => 'cells' in record && record.cells)).toEqual(
          rows.map(([one, two]) => [`x${one}`, `x${two}`]),
        );
      }),
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\u0000', 'é') }), (text) => {
        expect(records(text, 3)).toEqual(records(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

it('a number below zero is written as a number', () => {
  expect(safeCsvLine(['-4.279', '-3', '-3-4', '-1e3'])).toBe(`-4.279,-3,'-3-4,'-1e3\r\n`);
});

it('a cell that a spreadsheet would run is written as text', () => {
  expect(safeCsvLine(['=1+1', '+44', '-x', '@x', 'a,b', 'ok'])).toBe(`'=1+1,'+44,'-x,'@x,"a,b",ok\r\n`);
});

describe('openCsv', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'waymark-csv-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const open = (content: Buffer | string) => {
    const path = join(folder, 'file.csv');
    writeFileSync(path, content);
    return openCsv(path);
  };

  it('gives the header and the rest in batches, without the byte order mark', async () => {
    const file = await open('\ufeffa,b\n1,2\n3,4\n5,6\n');
    expect(file.header).toEqual(['a', 'b']);
    const sizes = [];
    for await (const batch of file.batches(2)) sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });

  it.each([
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'Excel workbook or a zip'],
    ['UTF-16 with a mark', Buffer.from('\ufeffa,b\n', 'utf16le'), 'UTF-16'],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'UTF-16'],
    ['bytes', Buffer.from([97, 44, 0, 98, 10, 200, 201, 202]), 'not a text file'],
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['only line ends', Buffer.from('\n\r\n\n'), 'is empty'],
    ['Windows-1252', Buffer.from('a,b\nx,Si\xe2n\n', 'latin1'), 'line 2 has the byte E2 (byte 9 of the file)'],
    ['a letter cut off at the end', Buffer.from([97, 44, 98, 10, 0xc3]), 'line 2 has the byte C3 (byte 5 of the file)'],
  ])('refuses %s', async (_, bytes, words) => {
    await expect(open(bytes)).rejects.toThrow(words);
  });

  it('finds the bad byte far into a file, and letters across the pieces it is read in are no bad bytes', async () => {
    const text = `a,b\n${'x,ŵŷâé€😀\n'.repeat(20_000)}`;
    await expect(open(text)).resolves.toMatchObject({ lineCount: 20_001 });
    const spoiled = Buffer.concat([Buffer.from(text), Buffer.from('y,\xff\n', 'latin1')]);
    await expect(open(spoiled)).rejects.toThrow('line 20002 has the byte FF');
  });

  it('says when there is no such file, and when it is a folder', async () => {
    await expect(openCsv(join(folder, 'none.csv'))).rejects.toThrow('does not exist');
    await expect(openCsv(folder)).rejects.toThrow('is a folder');
  });
});
