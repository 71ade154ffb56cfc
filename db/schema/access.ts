import { ACTOR_KINDS, SESSION_KINDS, SIGN_IN_WAYS } from '~/domain/access/role';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** Sessions, sign-in codes, the audit trail, and signs of life from workers. */
export function defineAccess(c: Columns, people: ReturnType<typeof definePeople>) {
  const sessions = c.table(
    'sessions',
    {
      /** SHA-256 of the random bits in the cookie. */
      idHash: c.text().primaryKey(),
      kind: c.oneOf(SESSION_KINDS).notNull(),
      customerId: c.text().references(() => people.customers.id),
      staffId: c.text().references(() => people.staff.id),
      /** The shared computer that it is bound to; null: somebody's own device. */
      kioskId: c.text(),
      /** Of a customer's session that a colleague uses for them: the help that it is part of. */
      helpId: c.text(),
      createdAt: c.instant().notNull(),
      lastSeenAt: c.instant().notNull(),
      /** The absolute end, whatever happens. */
      endsAt: c.instant().notNull(),
    },
    (t) => [c.index('sessions_ends').on(t.endsAt)],
  );

  const signInCodes = c.table(
    'sign_in_codes',
    {
      id: c.text().primaryKey(),
      /** Blind index of what was typed; kept for unknown people too, so that limits are the same. */
      contactIndex: c.text().notNull(),
      /** Null when nobody has this contact: then no code can be right. */
      customerId: c.text().references(() => people.customers.id),
      codeHash: c.text().notNull(),
      /** The browser that asked: the code works in no other. */
      browserHash: c.text().notNull(),
      tries: c.integer().notNull().default(0),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      usedAt: c.instant(),
    },
    (t) => [
      c.index('sign_in_codes_contact').on(t.contactIndex, t.createdAt),
      c.index('sign_in_codes_browser').on(t.browserHash),
    ],
  );

  /** One-use sign-in addresses; only the demo makes them. */
  const oneTimeSignIns = c.table('one_time_sign_ins', {
    tokenHash: c.text().primaryKey(),
    kind: c.oneOf(SESSION_KINDS).notNull(),
    customerId: c.text().references(() => people.customers.id),
    staffId: c.text().references(() => people.staff.id),
    expiresAt: c.instant().notNull(),
    usedAt: c.instant(),
  });

  /** Words on a printed card that sign a customer in once, for people with neither phone nor email. */
  const signInCards = c.table(
    'sign_in_cards',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      codeHash: c.text().notNull().unique(),
      createdAt: c.instant().notNull(),
      createdBy: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      expiresAt: c.instant().notNull(),
      usedAt: c.instant(),
      revokedAt: c.instant(),
    },
    (t) => [c.index('sign_in_cards_customer').on(t.customerId)],
  );

  const passkeys = c.table(
    'passkeys',
    {
      /** The credential's id, base64url. */
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      /** COSE, base64url. */
      publicKey: c.text().notNull(),
      counter: c.integer().notNull(),
      /** As the browser named them, with commas between. */
      transports: c.text().notNull().default(''),
      name: c.text().notNull(),
      createdAt: c.instant().notNull(),
      lastUsedAt: c.instant(),
    },
    (t) => [c.index('passkeys_customer').on(t.customerId)],
  );

  /** What a passkey has to sign: once, within minutes, in the browser that asked. */
  const passkeyChallenges = c.table('passkey_challenges', {
    browserHash: c.text().primaryKey(),
    challenge: c.text().notNull(),
    /** Null while nobody is known: signing in. */
    customerId: c.text().references(() => people.customers.id),
    expiresAt: c.instant().notNull(),
  });

  /** When a customer signed in, how, and on what sort of device; shown to them. */
  const signInRecords = c.table(
    'sign_in_records',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      at: c.instant().notNull(),
      way: c.oneOf(SIGN_IN_WAYS).notNull(),
      /** "Chrome, Android"; never more exact. */
      device: c.text().notNull().default(''),
    },
    (t) => [c.index('sign_in_records_customer').on(t.customerId, t.at)],
  );

  const auditEntries = c.table(
    'audit_entries',
    {
      id: c.text().primaryKey(),
      /** One chain per office ("office:ID") and one for the service ("service"). */
      chain: c.text().notNull(),
      seq: c.integer().notNull(),
      at: c.instant().notNull(),
      actorKind: c.oneOf(ACTOR_KINDS).notNull(),
      actorId: c.text(),
      action: c.text().notNull(),
      subjectKind: c.text().notNull(),
      subjectId: c.text(),
      detail: c.text().notNull().default(''),
      previousHash: c.text().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [c.uniqueIndex('audit_entries_chain').on(t.chain, t.seq), c.index('audit_entries_subject').on(t.subjectId)],
  );

  /** The last link of each chain; locked while the next one is made. */
  const auditHeads = c.table('audit_heads', {
    chain: c.text().primaryKey(),
    seq: c.integer().notNull(),
    hash: c.text().notNull(),
  });

  const workers = c.table('workers', {
    id: c.text().primaryKey(),
    startedAt: c.instant().notNull(),
    seenAt: c.instant().notNull(),
  });

  return {
    ...{ sessions, signInCodes, oneTimeSignIns, signInCards, passkeys, passkeyChallenges, signInRecords },
    ...{ auditEntries, auditHeads, workers },
  };
}
