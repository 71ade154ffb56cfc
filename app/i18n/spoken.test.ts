import { describe, expect, it } from 'vitest';
import { spokenPhone, spokenTime } from './spoken';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

describe('a time that is said aloud', () => {
  it.each([
    ['14:30', '2:30pm', 'hanner awr wedi dau y prynhawn'],
    ['09:00', '9am', "naw o'r gloch y bore"],
    ['10:00', '10am', "ddeg o'r gloch y bore"],
    ['14:00', '2pm', "ddau o'r gloch y prynhawn"],
    ['09:15', '9:15am', 'chwarter wedi naw y bore'],
    ['09:45', '9:45am', 'chwarter i ddeg y bore'],
    ['11:50', '11:50am', 'ddeng munud i ddeuddeg y bore'],
    ['12:05', '12:05pm', 'bum munud wedi deuddeg y prynhawn'],
    ['12:35', '12:35pm', 'bum munud ar hugain i un y prynhawn'],
    ['18:30', '6:30pm', 'hanner awr wedi chwech yr hwyr'],
    ['12:00', 'midday', 'hanner dydd'],
    ['14:07', '2:07pm', '2 0 7 y prynhawn'],
    ['14:37', '2:37pm', '2 37 y prynhawn'],
  ])('%s', (time, en, cy) => {
    expect(spokenTime(at(time), 'Europe/London', 'en')).toBe(en);
    expect(spokenTime(at(time), 'Europe/London', 'cy')).toBe(cy);
  });
});

describe('a number that is said aloud', () => {
  it.each([
    ['01632 960100', '0 1 6 3 2, 9 6 0, 1 0 0'],
    ['020 7946 0123', '0 2 0, 7 9 4 6, 0 1 2 3'],
    ['0808 157 0192', '0 8 0 8, 1 5 7, 0 1 9 2'],
  ])('%s', (phone, said) => expect(spokenPhone(phone)).toBe(said));
});
