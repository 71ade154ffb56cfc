import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rules';

describe('a password', () => {
  it.each([
    ['short words', 'too_short'],
    ['elevenchars', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['password1234', 'common'],
    ['Password2026!', 'common'],
    ['P@ssw0rd1234', 'common'],
    ['qwertyuiop123', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['123456789012', 'common'],
    ['abcdefghijkl', 'common'],
    ['waymark12345', 'common'],
    ['JobcentreAdviser1', 'common'],
    ['Sioned Parry 1', 'common'],
    ['cymruCymru2026', 'common'],
  ])('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password, ['Sioned', 'Parry', 'sioned.parry'])).toBe(fault);
  });

  it.each([
    'correct horse battery staple',
    'three damp otters',
    'gwell-hwyr-na-hwyrach',
    'Xk29-vvQp-71mz',
    'llyfrgell🙂🙂🙂🙂',
    '8412 9067 3351 44',
  ])('%s may be used', (password) => {
    expect(passwordFault(password, ['Sioned', 'Parry'])).toBeNull();
  });
});
