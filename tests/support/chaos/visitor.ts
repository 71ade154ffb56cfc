import type { Balancer } from './balancer';
import { PUBLIC_URL } from './town';

/** What a visitor makes of an answer: nothing came; or a status, where it leads to, and its page. */
export type Seen = { status: 0; location: ''; page: '' } | { status: number; location: string; page: string };

const NOTHING: Seen = { status: 0, location: '', page: '' };

/** A browser without scripts, at a network address of its own: it keeps cookies, says where it comes from, and follows nothing. */
export function aVisitor(balancer: Pick<Balancer, 'pass'>, address: string) {
  const cookies = new Map<string, string>();
  const headers = () => ({
    ...{ host: new URL(PUBLIC_URL).host, 'x-forwarded-for': address, 'x-forwarded-proto': 'https' },
    ...{ accept: 'text/html', 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0' },
    ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
  });

  async function go(method: 'GET' | 'POST', path: string, fields?: Record<string, string>): Promise<Seen> {
    const form = fields && {
      body: new URLSearchParams(fields).toString(),
      headers: {
        ...headers(),
        ...{ 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' },
      },
    };
    const answer = await balancer.pass({ method, path, headers: headers(), ...form });
    if (!answer.ok) return NOTHING;
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) cookies.set(name, value);
      else if (name) cookies.delete(name);
    }
    return { status: answer.status, location: answer.headers.location ?? '', page: answer.body };
  }

  return {
    get: (path: string) => go('GET', path),
    post: (path: string, fields: Record<string, string>) => go('POST', path, fields),
    hasCookie: (name: string) => cookies.has(`__Host-${name}`),
    forget: () => cookies.clear(),
    keep: (name: string, value: string) => void cookies.set(name, value),
    cookies: cookies as ReadonlyMap<string, string>,
  };
}

export type Visitor = ReturnType<typeof aVisitor>;
