import { describe, expect, it } from 'vitest';
import { clearedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.server';

const SECRET = 'Zk3vQ8sVt1xLw0ZrYb7NfC4mEoHdGuPaI9jKlMnOpQr';
const asked = (url: string, cookie: string) => readSessionCookie(new Request(url, { headers: { cookie } }));

describe('the session cookie', () => {
  it('is host-only, secure, out of reach of scripts and of other sites on https', () => {
    expect(sessionCookie('https://waymark.example', SECRET)).toBe(
      `__Host-session=${SECRET}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
  });

  it('is the same on a developer’s own machine, as far as browsers let it', () => {
    expect(sessionCookie('http://localhost:3000', SECRET)).toBe(`session=${SECRET}; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('is taken away under the name it was given', () => {
    expect(clearedSessionCookie('https://waymark.example')).toMatch(/^__Host-session=; .*Secure; Max-Age=0$/);
  });

  it('is found among others', () => {
    expect(asked('https://waymark.example/', `lang=cy; __Host-session=${SECRET}; x=1`)).toBe(SECRET);
    expect(asked('http://localhost:3000/', `session=${SECRET}`)).toBe(SECRET);
  });

  it('of a neighbouring site, which can set the plain name, counts for nothing on https', () => {
    expect(asked('https://waymark.example/', `session=${SECRET}`)).toBeNull();
    expect(asked('https://waymark.example/', `x__Host-session=${SECRET}`)).toBeNull();
  });

  it.each(['', '__Host-session=', '__Host-session=short', `__Host-session=${'x'.repeat(200)}`, '__Host-session=a b'])(
    'is not made of %j',
    (cookie) => expect(asked('https://waymark.example/', cookie)).toBeNull(),
  );
});
