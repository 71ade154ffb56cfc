import { describe, expect, it } from 'vitest';
import { callEndings } from './call-ending';

describe('what may become of a call', () => {
  it('with a code is that it is heard, refused or missed', () => {
    expect(callEndings({ saysCode: true, over: false })).toEqual([
      'hear_code',
      'not_asked',
      'no_more_calls',
      'no_answer',
      'voicemail',
    ]);
  });
  it('about a meeting is nothing about codes, and no yes to one that is over', () => {
    const ahead = callEndings({ saysCode: false, over: false });
    expect(ahead).toContain('will_come');
    expect(ahead).not.toContain('hear_code');
    expect(callEndings({ saysCode: false, over: true })).toEqual(ahead.filter((one) => one !== 'will_come'));
  });
});
