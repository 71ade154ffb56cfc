/** A source of repeatable "chance": the same seed gives the same district. Nothing secret comes from it. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A new array in another order (Fisher–Yates). */
  shuffle<T>(of: readonly T[]): T[];
  /** An identifier in the form of a UUID (version 8: ours). */
  id(): string;
}

/** Mulberry32: 32 bits of state, far more than a demo needs. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    shuffle(of) {
      const cards = [...of];
      for (let i = cards.length - 1; i > 0; i -= 1) {
        const j = between(0, i);
        [cards[i], cards[j]] = [cards[j]!, cards[i]!];
      }
      return cards;
    },
    id: () => `${hex(8)}-${hex(4)}-8${hex(3)}-${'89ab'[between(0, 3)]}${hex(3)}-${hex(12)}`,
  };
}
