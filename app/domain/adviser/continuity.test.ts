import { describe, expect, it } from 'vitest';
import { continuityOf, ENOUGH_MEETINGS, type HeldMeeting } from './continuity';

const held = (own: number, other = 0, nobody = 0): HeldMeeting[] => [
  ...Array.from({ length: own }, () => ({ adviserId: 'sioned', namedId: 'sioned' })),
  ...Array.from({ length: other }, () => ({ adviserId: 'rhys', namedId: 'sioned' })),
  ...Array.from({ length: nobody }, () => ({ adviserId: 'rhys', namedId: null })),
];

describe('how often customers met their own adviser', () => {
  it.each([
    ['none', held(0), { meetings: 0, withNamed: 0, percent: null }],
    ['too few to tell', held(ENOUGH_MEETINGS - 1), { meetings: 19, withNamed: 19, percent: null }],
    ['just enough', held(ENOUGH_MEETINGS), { meetings: 20, withNamed: 20, percent: 100 }],
    ['some with others', held(30, 10), { meetings: 40, withNamed: 30, percent: 75 }],
    ['never', held(0, 25), { meetings: 25, withNamed: 0, percent: 0 }],
    ['who had no adviser counts neither way', held(30, 10, 60), { meetings: 40, withNamed: 30, percent: 75 }],
    ['nobody had one', held(0, 0, 60), { meetings: 0, withNamed: 0, percent: null }],
  ])('%s', (_name, meetings, figure) => expect(continuityOf(meetings)).toEqual(figure));
});
