import { createHmac } from 'node:crypto';

const SERVICE_ID = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
export const NOTIFY_KEY = `waymark_test-${SERVICE_ID}-${SECRET}`;

/**
 * What Notify would hold against a request's token: it is a JSON Web Token signed with the key's secret (HS256), issued
 * by the service, within 30 seconds of the real time. Checked by hand here, so that the client's own library is not its judge.
 */
export function refusalOfToken(header: string | undefined): { status: number; message: string } | null {
  const [head, claims, signature] = /^Bearer ([^.]+)\.([^.]+)\.([^.]+)$/.exec(header ?? '')?.slice(1) ?? [];
  if (!head || !claims || !signature)
    return { status: 401, message: 'Unauthorized: authentication token must be provided' };
  const genuine = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
  const { alg, typ } = read(head);
  if (signature !== genuine || alg !== 'HS256' || typ !== 'JWT')
    return { status: 403, message: 'Invalid token: API key not found' };
  const { iss, iat } = read(claims);
  if (iss !== SERVICE_ID) return { status: 403, message: 'Invalid token: service not found' };
  if (typeof iat === 'number' && Math.abs(Date.now() / 1000 - iat) <= 30) return null;
  return { status: 403, message: 'Error: Your system clock must be accurate to within 30 seconds' };
}

function read(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
}
