import type { Queryable } from '@db/client.server';
import { DAY } from '~/domain/clock';
import type { Deps } from '~/services/deps';

/** A room of the office, a colleague in it, and the token of the colleague's invitation. */
export interface OfficeParts {
  placeId: string;
  memberId: string;
  invitationToken: string;
}

export const officeParts = (deps: Deps): OfficeParts => ({
  ...{ placeId: deps.newId(), memberId: deps.newId(), invitationToken: deps.vault.newSecret() },
});

/** Writes them, in an office. */
export async function insertOfficeParts(q: Queryable, deps: Deps, parts: OfficeParts & { officeId: string }) {
  const { officeId, placeId, memberId, invitationToken } = parts;
  await q.insert(q.tables.places).values({ id: placeId, officeId, kind: 'room', name: placeId });
  await q.insert(q.tables.staff).values({
    ...{ id: memberId, ref: memberId, officeId, firstName: 'Nia', lastName: 'Rees', role: 'adviser' },
    ...{ email: `${memberId}@waymark.example`, invitationHash: deps.vault.hashSecret(invitationToken) },
    invitedUntil: deps.clock.now() + DAY,
    totpSecret: deps.vault.seal(deps.oneTimePasswords.newSecret()),
  });
}
