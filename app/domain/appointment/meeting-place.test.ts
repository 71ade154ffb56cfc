import { describe, expect, it, test } from 'vitest';
import { meetingPlace, videoAddress } from './meeting-place';

const office = {
  ...{ name: 'Bangor Jobcentre', address: '1 High Street, Bangor', postcode: 'LL57 1AA' },
  ...{ gettingThere: 'Bus 5', stepFree: 'By the car park' },
};

describe('meetingPlace', () => {
  it('is the office, to be found by its postcode', () => {
    expect(meetingPlace({ mode: 'in_person', venue: '' }, office)).toEqual({
      ...{ name: 'Bangor Jobcentre', address: '1 High Street, Bangor, LL57 1AA', mapQuery: 'LL57 1AA' },
      ...{ gettingThere: 'Bus 5', stepFree: 'By the car park' },
    });
  });
  it('is the venue of an outreach meeting, about which the office’s bus says nothing', () => {
    const venue = 'Tŷ Cegin, Maesgeirchen';
    const found = meetingPlace({ mode: 'outreach', venue }, office);
    expect(found).toMatchObject({ name: venue, mapQuery: venue, gettingThere: '', stepFree: '' });
  });
  it('is the office where an outreach meeting has no venue', () => {
    expect(meetingPlace({ mode: 'outreach', venue: ' ' }, office)).toMatchObject({ name: 'Bangor Jobcentre' });
  });
  test.each(['phone', 'video', 'home'] as const)('is nowhere to go to: %s', (mode) => {
    expect(meetingPlace({ mode, venue: 'Somewhere' }, office)).toBeNull();
  });
  it('finds an office without a postcode by its address, or its name', () => {
    expect(meetingPlace({ mode: 'in_person', venue: '' }, { ...office, postcode: '' })?.mapQuery).toBe(office.address);
    const bare = { ...office, postcode: '', address: '' };
    expect(meetingPlace({ mode: 'in_person', venue: '' }, bare)?.mapQuery).toBe(office.name);
  });
});

describe('videoAddress', () => {
  const room = 'https://video.example/sioned';
  test.each([
    ['https://video.example/1', room, 'https://video.example/1'],
    ['', room, room],
    ['01632 960100', room, room],
    ['javascript:alert(1)', '', null],
    ['http://video.example/1', '', null],
    ['', '', null],
  ])('%j and %j: %j', (joinBy, own, address) => expect(videoAddress(joinBy, own)).toBe(address));
});
