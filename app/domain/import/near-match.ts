/** The known word that `word` most likely was meant to be, or null when none is close (two slips at most). */
export function nearMatch(word: string, known: readonly string[]): string | null {
  const plain = letters(word);
  if (plain.length > 40) return null;
  let best: { name: string; slips: number } | null = null;
  for (const name of known) {
    const target = letters(name);
    const slips = plain.length > 2 && target.endsWith(plain) ? 1 : distance(plain, target);
    const allowed = target.length > 5 ? 2 : 1;
    if (slips <= allowed && (!best || slips < best.slips)) best = { name, slips };
  }
  return best?.name ?? null;
}

/** "Start-At" and "start at" are "startat". */
function letters(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein: how many letters must be added, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
