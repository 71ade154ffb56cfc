import type { Queryable } from '@db/client.server';
import { insertAppointmentLinks } from '@db/queries/appointments.server';
import type { Deps } from './deps';

/** The token of a meeting's link, whose hash is kept from now on: there may be none, or one by another key. */
export async function keptToken(
  q: Queryable,
  deps: Pick<Deps, 'vault'>,
  { id, version }: { id: string; version: number },
  createdAt: number,
): Promise<string> {
  const token = deps.vault.linkToken(id, version);
  const tokenHash = deps.vault.hashSecret(token);
  await insertAppointmentLinks(q, [{ tokenHash, appointmentId: id, appointmentVersion: version, createdAt }]);
  return token;
}

/** The whole link, for words that go out now. */
export async function keptLink(
  q: Queryable,
  deps: Pick<Deps, 'vault' | 'publicUrl'>,
  meeting: { id: string; version: number },
  now: number,
): Promise<string> {
  return `${deps.publicUrl}/a/${await keptToken(q, deps, meeting, now)}`;
}
