import { describe, expect, it } from 'vitest';
import { readClubSearch } from './club-search.server';

const read = (search: string) => readClubSearch(new URL(`https://waymark.example/clubs${search}`));

function redirectOf(search: string): string | null {
  try {
    read(search);
    return null;
  } catch (thrown) {
    return (thrown as Response).headers.get('Location');
  }
}

describe('a search for clubs', () => {
  it('asks for nothing when the address says nothing', () => {
    expect(read('')).toEqual({ near: null, wrong: null, typed: '', needed: [], all: false });
  });
  it('asks for an area and what is needed', () => {
    expect(read('?near=LL57&computers=yes&step-free=yes&creche=no&show=all')).toEqual({
      ...{ near: 'LL57', wrong: null, typed: 'LL57', all: true },
      needed: ['computers', 'stepFree'],
    });
  });
  it.each([
    ['?near=LL57+1AA', '/clubs?near=LL57'],
    ['?near=ll571aa&computers=yes&lang=cy', '/clubs?near=LL57&computers=yes&lang=cy'],
    ['?near=sy1', '/clubs?near=SY1'],
    ['?near=%20LL57%20', '/clubs?near=LL57'],
  ])('%s goes on without the rest of the postcode', (search, address) => expect(redirectOf(search)).toBe(address));
  it('says what is wrong with what was typed', () => {
    expect(read('?near=')).toMatchObject({ near: null, wrong: 'empty', typed: '' });
    expect(read('?near=Bangor')).toMatchObject({ near: null, wrong: 'malformed', typed: 'Bangor' });
  });
});
