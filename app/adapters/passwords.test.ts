import { expect, it } from 'vitest';
import { createPasswordHasher } from './passwords';

it('keeps passwords as argon2id at the floor that security.md names', async () => {
  const kept = await createPasswordHasher().hash('three damp otters');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,(?:t=2,p=1|p=1,t=2)\$/);
});

it('checks four passwords at once, says busy to a fifth, and is free again afterwards', async () => {
  const passwords = createPasswordHasher();
  const kept = await passwords.hash('three damp otters');
  const answers = await Promise.all([
    passwords.verify(kept, 'three damp otters'),
    passwords.verify(kept, 'four damp otters'),
    passwords.verify(null, 'three damp otters'),
    passwords.verify(null, 'nobody has this password'),
    passwords.verify(kept, 'three damp otters'),
  ]);
  expect(answers).toEqual(['right', 'wrong', 'wrong', 'wrong', 'busy']);
  expect(await passwords.verify(kept, 'three damp otters')).toBe('right');
});
