import { describe, expect, it } from 'vitest';
import { appointmentWords } from './pages/appointment';
import { cardWords } from './pages/card';
import { customersWords } from './pages/customers';
import { deskWords } from './pages/desk';
import { kioskDeskWords } from './pages/kiosk-desk';
import { profileWords } from './pages/profile';
import { staffWords } from './pages/staff';
import { channelWords } from './pages/staff-channels';
import { staffProfileWords } from './pages/staff-profile';
import { safeguardWords } from './pages/staff-safeguards';
import { daysInWords } from './plan-lines';
import { ag, gyda, onDay } from './welsh';

const MONDAY = 'dydd Llun 7 Medi';

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

  it.each([
    [cardWords.in('cy').paper.until(MONDAY), 'tan ddydd Llun 7 Medi'],
    [channelWords.in('cy').days(MONDAY, MONDAY), 'O ddydd Llun 7 Medi tan ddydd Llun 7 Medi.'],
    [customersWords.in('cy').continuity.intro(MONDAY, MONDAY), 'o ddydd Llun 7 Medi tan ddydd Llun 7 Medi y daeth'],
    [deskWords.in('cy').askedOn(MONDAY), 'Gofynnwyd ddydd Llun 7 Medi'],
    [kioskDeskWords.in('cy').list.lastUsed(MONDAY), 'ddiwethaf ddydd Llun 7 Medi'],
    [kioskDeskWords.in('cy').code.until(MONDAY), 'tan ddydd Llun 7 Medi'],
    [profileWords.in('cy').result.on(MONDAY), 'Fe ddywedoch chi hyn ddydd Llun 7 Medi.'],
    [profileWords.in('cy').otherWay.askedOn(MONDAY), 'Fe ofynnoch chi ddydd Llun 7 Medi.'],
    [staffProfileWords.in('cy').otherWayAsked('Dros y ffôn', MONDAY), 'gofynnwyd ddydd Llun 7 Medi'],
    [safeguardWords.in('cy').fairness.made(MONDAY), 'Gweithiwyd hyn allan ddydd Llun 7 Medi.'],
  ])('softens a day that stands in a sentence: %s', (sentence, part) => {
    expect(sentence).toContain(part);
  });

  it('puts "a" before the last of several days', () => {
    expect(daysInWords(['2026-12-15', '2027-02-15', '2027-05-17'], 'Europe/London', 'cy')).toBe(
      'dydd Mawrth 15 Rhagfyr, dydd Llun 15 Chwefror, a dydd Llun 17 Mai',
    );
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
