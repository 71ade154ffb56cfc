import { BARRIERS, type Barrier } from './barrier';

/** The most that somebody can write about it, in characters. */
export const LONGEST_NOTE = 1_000;

/** Something that a customer has told and not taken back; `note` in their own words, or null. */
export interface ToldBarrier {
  id: string;
  kind: Barrier;
  note: string | null;
}

/** Their own words as one text, in the order in which the barriers are asked for. */
export function noteOf(told: readonly Omit<ToldBarrier, 'id'>[]): string {
  return inOrder(told)
    .flatMap(({ note }) => note ?? [])
    .join('\n');
}

/**
 * What has to be taken back, and what is told anew, so that these barriers and this note stand. History is kept: what
 * changes is withdrawn and told again. What stays as it is is left alone; the same again changes nothing. The note
 * belongs to the first of the barriers, unless it is what stood there before on one that stays.
 */
export function changeBarriers(
  told: readonly ToldBarrier[],
  wanted: { kinds: readonly Barrier[]; note: string },
): { withdraw: string[]; tell: { kind: Barrier; note: string | null }[] } {
  const kept = inOrder(told).filter((one, index, all) => {
    const isFirst = all.findIndex(({ kind }) => kind === one.kind) === index;
    return isFirst && wanted.kinds.includes(one.kind);
  });
  const noteStays = wanted.note === noteOf(told) && wanted.note === noteOf(kept);
  const kinds = BARRIERS.filter((kind) => wanted.kinds.includes(kind));
  const right = kinds.map((kind, index) => {
    const before = kept.find((one) => one.kind === kind);
    const note = noteStays ? (before?.note ?? null) : index === 0 && wanted.note !== '' ? wanted.note : null;
    return { kind, note, stays: before !== undefined && before.note === note ? before.id : null };
  });
  const staying = new Set(right.map(({ stays }) => stays));
  return {
    withdraw: told.flatMap(({ id }) => (staying.has(id) ? [] : id)),
    tell: right.flatMap(({ kind, note, stays }) => (stays === null ? [{ kind, note }] : [])),
  };
}

function inOrder<T extends { kind: Barrier }>(told: readonly T[]): T[] {
  return [...told].sort((a, b) => BARRIERS.indexOf(a.kind) - BARRIERS.indexOf(b.kind));
}
