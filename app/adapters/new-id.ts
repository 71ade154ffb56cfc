import { randomFillSync } from 'node:crypto';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Random bytes are fetched in one go for so many identifiers. */
const POOL = 512;

/**
 * Makes identifiers (UUID version 7, RFC 9562) that sort in the order in which this process made them, also within one
 * millisecond: 48 bits of time (ms), a counter of 42 bits that starts anywhere in its lower half each millisecond, and 32 random bits.
 * An imported line needs a dozen, so they are made without an array or a call of the random source for each.
 * @param now the present instant (ms); a clock that goes back does not take the order with it.
 */
export function createNewId(now: () => number): () => string {
  const pool = Buffer.alloc(POOL * 9);
  let at = pool.length;
  let ms = -1;
  let time = '';
  let high = 0;
  let low = 0;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const present = Math.floor(now());
    if (present > ms) {
      startAt(present);
      // Nine bits and thirty bits, so that there is room to count.
      high = ((pool[at]! & 1) << 8) | pool[at + 1]!;
      low = pool.readUInt32BE(at + 2) >>> 2;
    } else if ((low += 1) === 2 ** 30) {
      low = 0;
      if ((high += 1) === 2 ** 12) startAt(ms + 1);
    }
    const id =
      time +
      (0x7000 | high).toString(16) +
      '-' +
      HEX[0x80 | (low >>> 24)]! +
      HEX[(low >>> 16) & 255]! +
      '-' +
      HEX[(low >>> 8) & 255]! +
      HEX[low & 255]! +
      HEX[pool[at + 5]!]! +
      HEX[pool[at + 6]!]! +
      HEX[pool[at + 7]!]! +
      HEX[pool[at + 8]!]!;
    at += 9;
    return id;
  };

  function startAt(instant: number): void {
    ms = instant;
    high = 0;
    const hex = instant.toString(16).padStart(12, '0');
    time = `${hex.slice(0, 8)}-${hex.slice(8)}-`;
  }
}
