import { constants, inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { reminderText } from '~/i18n/messages';
import { letterWords } from '~/i18n/letter-sheet';
import { readPdf } from '../../../tests/support/read-pdf';
import { addressBlock } from './address-block';
import type { Letter } from './letter';
import { createLetterPress } from './letter-press';
import { MM, SHEET } from './sheet';

const press = createLetterPress();
const LINK = 'https://waymark.example/a/0123456789abcdefg';

function aLetter(
  fields: { language?: 'en' | 'cy'; discreet?: boolean; large?: boolean; recipient?: string } = {},
): Letter {
  const { language = 'en', discreet = false, large = false } = fields;
  const facts = {
    ...{ firstName: 'Siân', adviserFirstName: 'Gŵyneth', mode: 'in_person' as const, zone: 'Europe/London' },
    ...{ startsAt: Date.UTC(2026, 11, 10, 10), now: Date.UTC(2026, 10, 24), replaces: false, link: LINK },
    ...{ place: 'Bangor Jobcentre', address: '1 High Street, Bangor', officePhone: '01632 960100' },
    ...{ purpose: 'Plan your next steps', bring: 'your CV if you have one, and a letter from your last place of work' },
  };
  const { subject, body } = reminderText({ rule: 'booked', channel: 'letter', language, discreet, facts });
  return {
    ...{ language, large, body, subject: subject ?? '', date: '24 November 2026', words: letterWords.in(language) },
    recipient: fields.recipient ?? 'Siân Ŵyn\n14 Heol y Bryn\nBangor\nLL57 2AB',
    sender: discreet ? '' : 'Bangor Jobcentre\n1 High Street\nBangor\nLL57 1AA',
  };
}

const print = async (...letters: Letter[]) =>
  readPdf(await press.print(letters, { title: 'Letters to post', language: 'en' }));

describe('a printed letter', () => {
  it('is one sheet of A4 with a title and a language, tagged in the order of reading, to be printed on one side', async () => {
    const pdf = await print(aLetter());
    expect(pdf).toMatchObject({ title: 'Letters to post', language: 'en-GB', tagged: true });
    expect(pdf.viewer).toMatchObject({ DisplayDocTitle: true, Duplex: 'Simplex' });
    expect(pdf.pages).toHaveLength(1);
    const [page] = pdf.pages;
    expect([page!.width / MM, page!.height / MM].map(Math.round)).toEqual([210, 297]);
    const tags = [
      'Document',
      'Sect',
      'P',
      'P',
      'P',
      'H1',
      `Figure: A square pattern that a phone's camera reads. It leads to ${LINK}`,
    ];
    expect(page!.tags.slice(0, tags.length)).toEqual(tags);
  });

  it('carries its font in itself, as far as it uses it', async () => {
    const pdf = (await press.print([aLetter()], { title: 'One', language: 'en' })).toString('latin1');
    expect(pdf).toMatch(/FontName \/[A-Z]{6}\+AtkinsonHyperlegibleNext-Regular/);
    expect(pdf.match(/FontFile2/g)).toHaveLength(2);
    expect(pdf.length).toBeLessThan(40_000);
  });

  it.each(['en', 'cy'] as const)('says how to phone first, then where to go (%s)', async (language) => {
    const { text } = await print(aLetter({ language }));
    const phone = text.indexOf('01632 960100');
    expect(phone).toBeGreaterThan(text.indexOf('LL57 2AB'));
    expect(text.indexOf(LINK)).toBeGreaterThan(phone);
    expect(text.indexOf('Siân,')).toBeGreaterThan(text.indexOf(LINK));
    expect(text).toContain('Gŵyneth');
  });

  it('has nothing but the address where the window and GOV.UK Notify look for it, and nothing in the margins', async () => {
    const [page] = (await print(aLetter())).pages;
    const address = ['Siân Ŵyn', '14 Heol y Bryn', 'Bangor', 'LL57 2AB'];
    const inWindow = page!.places.filter(({ x, y }) => x < 125 * MM && y < 95 * MM);
    expect(inWindow.map((place) => place.text)).toEqual(address);
    for (const { x, y, width, size } of inWindow) {
      expect(x).toBeGreaterThanOrEqual(24.6 * MM - 0.01);
      expect(x + width).toBeLessThanOrEqual(100 * MM);
      expect(y - size).toBeGreaterThanOrEqual(46 * MM - 1);
      expect(y).toBeLessThanOrEqual(66.3 * MM);
    }
    for (const { x, y, width } of page!.places) {
      expect(x).toBeGreaterThanOrEqual(15 * MM);
      expect(x + width).toBeLessThanOrEqual(195 * MM);
      expect(y).toBeLessThanOrEqual(292 * MM);
    }
  });

  it('says neither where it comes from nor why to those who may see it, where that is asked for', async () => {
    const { text } = await print(aLetter({ discreet: true }));
    expect(text).not.toMatch(/Jobcentre|High Street|next steps|CV/);
    expect(text).toContain('01632 960100');
  });

  it('is 12 points, or 18 in large print, which flows on to as many sheets as it needs', async () => {
    const normal = await print(aLetter());
    expect(normal.sizes).toEqual(expect.arrayContaining([11, 12, 15]));
    const large = await print(aLetter({ large: true }));
    expect(large.sizes).toEqual(expect.arrayContaining([18, 22]));
    expect(large.sizes).not.toContain(12);
    expect(large.pages.length).toBeGreaterThan(1);
    expect(large.pages.at(-1)!.text).toContain(`Page ${large.pages.length} of ${large.pages.length}`);
    const words = (text: string) => text.replaceAll(/Page \d of \d/g, '').replaceAll(/\s/g, '');
    expect(words(large.text)).toBe(words(normal.text));
  });

  it('begins on a sheet of its own when there are many', async () => {
    const pdf = await print(aLetter(), aLetter({ language: 'cy', large: true }), aLetter());
    const first = pdf.pages.map((page) => page.tags.includes('H1'));
    expect(first).toEqual([true, true, false, true]);
  });

  it('shows the code of its link, dark square by dark square', async () => {
    const plain = await press.print([aLetter()], { title: 'One', language: 'en' });
    const { data, size } = encode(LINK, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x} ${y}`] : [])));
    expect(squaresIn(plain, size).sort()).toEqual(dark.sort());
  });

  it('is refused where a letter cannot be drawn, or the address cannot be seen', () => {
    expect(press.canPrint(aLetter())).toBe(true);
    expect(press.canPrint(aLetter({ recipient: 'Олена\n1 High Street\nLL57 2AB' }))).toBe(false);
    expect(press.canPrint(aLetter({ recipient: 'a\nb\nc\nd\ne\nf\ng\nh' }))).toBe(false);
    expect(press.canPrint(aLetter({ recipient: `${'W'.repeat(90)}\nb\nLL57 2AB` }))).toBe(false);
  });
});

describe('addressBlock', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'x');
  it.each([3, 4, 5, 6, 7])('of %i lines ends where the area does and begins inside it', (count) => {
    const block = addressBlock(lines(count), (_, size) => size)!;
    expect(block.top + count * block.leading).toBeCloseTo(SHEET.address.bottom);
    expect(block.top).toBeGreaterThanOrEqual((count < 7 ? SHEET.address.shownFrom : SHEET.address.top) - 0.01);
    expect(block.size).toBeGreaterThanOrEqual(8);
  });
});

/** The squares that are filled on the sheets, as [column, row] of the code that they make. */
function squaresIn(pdf: Buffer, size: number): string[] {
  const drawn: number[][] = [];
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 1)) {
    // "endstream" ends with the same word; what is not packed is no drawing.
    const content = unpack(pdf.subarray(from + 'stream\n'.length));
    for (const [, ...numbers] of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g))
      drawn.push(numbers.map(Number));
  }
  const left = SHEET.right - SHEET.qr;
  const module = SHEET.qr / size;
  const border = 4;
  const top = Math.min(...drawn.map(([, y]) => y!)) - border * module;
  return drawn.map(([x, y]) => `${Math.round((x! - left) / module)} ${Math.round((y! - top) / module)}`);
}

function unpack(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}
