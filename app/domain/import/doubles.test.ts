import { describe, expect, it } from 'vitest';
import { newDoubles } from './doubles';

const RYAN = { ref: 'CUS-0106', firstName: 'Ryan', lastName: 'Baker' };
const onFile = new Map([['tel-ryan', [RYAN]]]);
const mobile = (index: string) => [{ column: 'mobile' as const, index }];

describe('newDoubles', () => {
  it('names the line on which a reference stood before', () => {
    const doubles = newDoubles();
    expect(doubles.look({ line: 2, ref: 'A', contacts: [] }, onFile)).toEqual([]);
    expect(doubles.look({ line: 5, ref: 'A', contacts: [] }, onFile)).toEqual([
      'customer_ref "A" is on line 2 too: what this line says counts',
    ]);
  });

  it('asks whether somebody with the number of a customer on file is that customer', () => {
    expect(newDoubles().look({ line: 2, ref: 'NEW', contacts: mobile('tel-ryan') }, onFile)).toEqual([
      'mobile is also that of Ryan Baker (CUS-0106): is it the same person?',
    ]);
  });

  it('says nothing of a customer’s own number, whoever shares it', () => {
    expect(newDoubles().look({ line: 2, ref: 'CUS-0106', contacts: mobile('tel-ryan') }, onFile)).toEqual([]);
  });

  it('asks whether two lines with one number are one person', () => {
    const doubles = newDoubles();
    doubles.look({ line: 2, ref: 'A', contacts: mobile('tel') }, onFile);
    expect(doubles.look({ line: 3, ref: 'B', contacts: mobile('tel') }, onFile)).toEqual([
      'mobile is on line 2 too, for "A": is it the same person?',
    ]);
  });

  it('is not misled when the same lines are looked at again, as when half a batch is tried anew', () => {
    const doubles = newDoubles();
    const line = { line: 2, ref: 'A', contacts: mobile('tel') };
    doubles.look(line, onFile);
    expect(doubles.look(line, onFile)).toEqual([]);
  });
});
