import { expect, test } from 'vitest';
import { newAddressFrom } from './new-address-from';

const office = { zone: 'Europe/London', holidays: new Set(['2026-12-25', '2026-12-28']) };
const at = (text: string) => Date.parse(text);

test.each([
  ['the next day', '2026-11-24T10:00Z', [], '2026-11-25'],
  ['after the weekend', '2026-11-27T10:00Z', [], '2026-11-30'],
  ['after the holidays', '2026-12-24T10:00Z', [], '2026-12-29'],
  ['when the last letter with the old address must be gone', '2026-11-24T10:00Z', ['2026-11-26T17:00Z'], '2026-11-27'],
  ['never earlier, however old the letter', '2026-11-24T10:00Z', ['2026-11-02T17:00Z'], '2026-11-25'],
])('%s', (_, now, waiting, date) => expect(newAddressFrom(at(now), office, waiting.map(at))).toBe(date));
