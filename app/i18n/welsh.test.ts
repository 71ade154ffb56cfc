import { describe, expect, it } from 'vitest';
import { appointmentWords } from './pages/appointment';
import { staffWords } from './pages/staff';
import { ag, gyda, onDay } from './welsh';

describe('Welsh', () => {
  it.each([
    ['Sioned', 'gyda Sioned', 'â Sioned'],
    ['Elin', 'gydag Elin', 'ag Elin'],
    ['Ŵan', 'gyda Ŵan', 'â Ŵan'],
    ['Ioan', 'gydag Ioan', 'ag Ioan'],
    ['Ynyr', 'gydag Ynyr', 'ag Ynyr'],
    ['Yasmin', 'gyda Yasmin', 'â Yasmin'],
    ['Éabha', 'gydag Éabha', 'ag Éabha'],
  ])('goes with %s', (name, withThem, meetingThem) => {
    expect([gyda(name), ag(name)]).toEqual([withThem, meetingThem]);
  });

  it('mutates a day on which something happens, and leaves times and "yfory" alone', () => {
    expect(onDay('dydd Llun 23 Tachwedd, 10yb')).toBe('ddydd Llun 23 Tachwedd, 10yb');
    expect([onDay('10yb'), onDay('yfory, 10yb')]).toEqual(['10yb', 'yfory, 10yb']);
  });

  it('says so wherever a name or a day stands in a sentence', () => {
    const meeting = { adviser: 'Elin', day: 'yfory', onDate: '', time: '2yp' };
    expect(appointmentWords.in('cy').meeting.in_person(meeting)).toBe('Rydych chi’n cwrdd ag Elin, yfory am 2yp');
    const { dayPage, needs, news } = staffWords.in('cy');
    expect(dayPage.with('Elin Vaughan')).toBe('gydag Elin Vaughan');
    expect(needs.unrecordedWhen('9yb', 'Elin Vaughan')).toBe('9yb, gydag Elin Vaughan');
    expect(news.delivered('Neges destun', 'dydd Llun 23 Tachwedd, 10yb')).toBe(
      'Neges destun wedi cyrraedd ddydd Llun 23 Tachwedd, 10yb',
    );
  });
});
