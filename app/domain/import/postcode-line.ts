import { outwardCodeOf } from '../club/outward-code';

/** How a file of postcodes says where they are: on the National Grid (metres), or in degrees. */
export interface PostcodeFile {
  kind: 'grid' | 'degrees';
  /** False when its first line is a postcode already. */
  hasHeader: boolean;
  /** Which cells hold what; `ended` is the date on which a postcode ended, `quality` that of its place. */
  places: { postcode: number; x: number; y: number; ended: number | null; quality: number | null };
  width: number;
}

/** Ordnance Survey's Code-Point Open has no header and ten columns; the first four are what is used. */
const CODE_POINT_WIDTH = 10;
const NO_PLACE_QUALITY = '90';
/** The postcode column of the ONS Postcode Directory has had these names, the easiest to read first. */
const DIRECTORY_NAMES = ['pcds', 'pcd', 'pcd7', 'pcd8', 'pcd2'];

/** Tells the two kinds of file by their first line. */
export function recognisePostcodes(
  first: readonly string[],
): { ok: true; file: PostcodeFile } | { ok: false; problem: string } {
  const names = first.map((cell) => cell.trim().toLowerCase());
  const postcode = names.findIndex((name) => name === DIRECTORY_NAMES.find((known) => names.includes(known)));
  const [y, x, ended] = ['lat', 'long', 'doterm'].map((name) => names.indexOf(name)) as [number, number, number];
  if (postcode >= 0 && x >= 0 && y >= 0) {
    const places = { postcode, x, y, ended: ended < 0 ? null : ended, quality: null };
    return { ok: true, file: { kind: 'degrees', hasHeader: true, places, width: first.length } };
  }
  if (codeOfWhole(first[0] ?? '') !== null && first.length === CODE_POINT_WIDTH) {
    const places = { postcode: 0, quality: 1, x: 2, y: 3, ended: null };
    return { ok: true, file: { kind: 'grid', hasHeader: false, places, width: CODE_POINT_WIDTH } };
  }
  return {
    ok: false,
    problem:
      'It is neither Code-Point Open (no header; ten columns, the first a postcode) nor the ONS Postcode Directory ' +
      '(a header with pcds, lat and long).',
  };
}

export type PostcodeReading =
  | { kind: 'live'; code: string; x: number; y: number }
  /** It does not exist any more, or nobody knows where it is. */
  | { kind: 'ended' }
  | { kind: 'nowhere' }
  | { kind: 'wrong'; reasons: string[] };

/** Within these a place in the United Kingdom is; metres, or degrees. */
const BOUNDS = {
  grid: { x: [0, 700_000], y: [0, 1_300_000] },
  degrees: { x: [-9, 2], y: [49, 61] },
} as const;

/** Reads a line of either file. */
export function readPostcodeLine(cells: readonly string[], file: PostcodeFile): PostcodeReading {
  const { kind, places, width } = file;
  if (cells.length !== width) return wrong(`has ${cells.length} cells, but the first line has ${width}`);
  const cell = (place: number | null) => (place === null ? '' : (cells[place] ?? '').trim());
  const postcode = cell(places.postcode);
  const code = codeOfWhole(postcode);
  if (code === null) return wrong(`"${postcode.slice(0, 20)}" is not a UK postcode`);
  if (cell(places.ended) !== '') return { kind: 'ended' };
  const [xText, yText] = [cell(places.x), cell(places.y)];
  const [x, y] = [Number(xText), Number(yText)];
  if (isNowhere(kind, xText, yText, cell(places.quality))) return { kind: 'nowhere' };
  const reasons = [
    ...outside(kind === 'grid' ? 'eastings' : 'long', xText, x, BOUNDS[kind].x),
    ...outside(kind === 'grid' ? 'northings' : 'lat', yText, y, BOUNDS[kind].y),
  ];
  return reasons.length > 0 ? { kind: 'wrong', reasons } : { kind: 'live', code, x, y };
}

const wrong = (reason: string): PostcodeReading => ({ kind: 'wrong', reasons: [reason] });

/** The first half of a whole postcode, "LL571AA", "B1  1AA", "LL57 1AA"; null of anything less. */
function codeOfWhole(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  const code = outwardCodeOf(plain);
  return code !== null && plain.length === code.length + 3 ? code : null;
}

function isNowhere(kind: PostcodeFile['kind'], x: string, y: string, quality: string): boolean {
  if (x === '' && y === '') return true;
  // What stands for "no grid reference": in Code-Point Open quality 90 and zeros, in the directory 99.999999 and 0.
  if (kind === 'grid') return quality === NO_PLACE_QUALITY || (Number(x) === 0 && Number(y) === 0);
  return Number(y) > 99 && Number(x) === 0;
}

function outside(name: string, text: string, value: number, [least, most]: readonly [number, number]): string[] {
  if (/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return [];
  return [`${name} "${text.slice(0, 20)}" is not from ${least} to ${most}`];
}
