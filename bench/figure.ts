/** One line of the table: a value, what it is measured against in the same run, and whether that is good enough. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the ratio is to, in the same unit; null when the figure stands alone. */
  baseline: number | null;
  ratio: number | null;
  /** What is asked of the ratio (or of the value, where there is none), such as "≤ 1.5"; empty when nothing is. */
  target: string;
  met: boolean | null;
}

type Bound = { most: number } | { least: number } | null;

/** A figure whose ratio to a baseline counts. */
export function ratioOf(name: string, unit: string, value: number, baseline: number, bound: Bound): Figure {
  const ratio = value / baseline;
  return { name, value, unit, baseline, ratio, ...judge(ratio, bound) };
}

/** A figure that counts by itself, such as messages lost. */
export function countOf(name: string, unit: string, value: number, bound: Bound): Figure {
  return { name, value, unit, baseline: null, ratio: null, ...judge(value, bound) };
}

function judge(value: number, bound: Bound): Pick<Figure, 'target' | 'met'> {
  if (bound === null) return { target: '', met: null };
  if ('most' in bound) return { target: `≤ ${bound.most}`, met: value <= bound.most };
  return { target: `≥ ${bound.least}`, met: value >= bound.least };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const number = (value: number) =>
  value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 3 });

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    number(figure.value),
    figure.unit,
    figure.baseline === null ? '' : number(figure.baseline),
    figure.ratio === null ? '' : number(figure.ratio),
    figure.target,
    figure.met === null ? '' : figure.met ? 'met' : 'NOT MET',
  ]);
  const all = [['name', 'value', 'unit', 'baseline', 'ratio', 'target', 'met'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n'); // prettier-ignore
}
