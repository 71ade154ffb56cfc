/**
 * Words that no message of ours has: threats about money, and the names of benefits, which may be read by others over a
 * shoulder. Starts of words, in English and Welsh; a message helps somebody to come, it does not warn them.
 */
const FORBIDDEN: readonly RegExp[] = [
  /\bsanction\p{L}*/giu,
  /\bpenal\p{L}*/giu,
  /\bdeduct\p{L}*/giu,
  /\bpunish\p{L}*/giu,
  /\b(?:non-?compli|compulsory|mandatory|obligat)\p{L}*/giu,
  /\b(?:final|formal|last|written) warning\b/giu,
  /\bfail(?:ure|ed|ing)? to (?:attend|comply|come)\b/giu,
  /\bbenefits?\b/giu,
  /\buniversal credit\b/giu,
  /\b(?:jsa|esa|pip|uc)\b/giu,
  /\b(?:allowance|claimant|hardship)\p{L}*/giu,
  // "Your money could be stopped", "you may lose your payments", "stop your money".
  /\b(?:money|payments?|claim)\b[^.!?]{0,40}\b(?:stop|stopped|cut|reduced|suspended|lost|affected|closed)\b/giu,
  /\b(?:stop|cut|reduce|suspend|lose|close|affect)\b[^.!?]{0,20}\b(?:money|payments?|claim)\b/giu,
  /\b(?:sancsiwn|sancsiyn)\p{L}*/giu,
  /\b(?:c|g|ch|ngh)osb\p{L}*/giu,
  /\b[bfm]udd-?dal\p{L}*/giu,
  /\b(?:c|g|ch|ngh)redyd cynhwysol\b/giu,
  /\b(?:gorfodol|orfodol)\b/giu,
  /\brhybudd (?:olaf|ffurfiol)\b/giu,
  /\b(?:atal|colli|torri|lleihau)\b[^.!?]{0,20}\b(?:arian|harian|taliad|taliadau|daliad|daliadau|thaliadau)\b/giu,
];

/** The forbidden words that a text has, as they stand in it, each once; none is good. */
export function forbiddenWordsIn(text: string): string[] {
  const found = FORBIDDEN.flatMap((pattern) => [...text.matchAll(pattern)].map(([words]) => words));
  return [...new Set(found)];
}
