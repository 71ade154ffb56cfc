/**
 * The name, in the browser, of a cookie that holds a secret. On https their names begin with `__Host-`, which a neighbouring site cannot set,
 * and only those count; a request's address is made from PUBLIC_URL (remix-handler.server.ts).
 */
export function cookieNameAt(url: string, name: string): string {
  return url.startsWith('https:') ? `__Host-${name}` : name;
}

/** The secret in a request's cookies, if there is one. */
export function readHostCookie(request: Request, name: string): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  const pattern = new RegExp(`(?:^|;\\s*)${cookieNameAt(request.url, name)}=([A-Za-z0-9_-]{20,100})(?:;|$)`);
  return pattern.exec(cookies)?.[1] ?? null;
}

/**
 * A `Set-Cookie` value for this site alone, out of reach of scripts and of other sites' forms.
 * @param maxAgeSeconds null: until the browser closes.
 */
export function hostCookie(publicUrl: string, name: string, secret: string, maxAgeSeconds: number | null): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const age = maxAgeSeconds === null ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${cookieNameAt(publicUrl, name)}=${secret}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
}
