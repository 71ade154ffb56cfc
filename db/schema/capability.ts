import { ACTOR_KINDS } from '~/domain/access/role';
import { LEVEL_RULES, LEVELS } from '~/domain/capability/assess-capability';
import { AGE_BANDS, OTHER_WAYS, PROFILE_SOURCES, REASK_REASONS } from '~/domain/capability/reassess';
import { DIGITAL_PLACE_KINDS, SIGNPOST_KINDS, SIGNPOST_OUTCOMES } from '~/domain/signpost/signpost';
import { ATTITUDES, CONFIDENCES } from '~/domain/situation/outlook';
import type { Columns } from './columns';
import type { definePeople } from './people';
import { whoseColumns } from './whose-columns';

/**
 * What somebody can do online and what is recommended for it, what they were pointed to, and how they look at work. Nothing
 * about outcomes or sanctions may read these tables: docs/decisions/0030.
 */
export function defineCapability(c: Columns, people: ReturnType<typeof definePeople>) {
  const { customer, office, member } = whoseColumns(c, people);

  /** The digital-capability profile: one row for each time that somebody was asked. The newest finished one counts. */
  const profiles = c.table(
    'profiles',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      source: c.oneOf(PROFILE_SOURCES).notNull().default('asked'),
      /** The answers so far, as JSON, sealed. */
      answers: c.sealed().notNull(),
      startedAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
      /** Null while questions are open: it can be gone on with. */
      finishedAt: c.instant(),
      toldBy: c.oneOf(ACTOR_KINDS).notNull(),
      /** Who sat with them or asked them by phone; null: nobody. */
      askedBy: member(),
      /** By which rules it was assessed; these four are null until it is finished. */
      version: c.integer(),
      score: c.integer(),
      recommended: c.oneOf(LEVELS),
      rule: c.oneOf(LEVEL_RULES),
      ageBand: c.oneOf(AGE_BANDS),
      /** What a person made of the recommendation; null until somebody has. */
      decided: c.oneOf(LEVELS),
      decidedAt: c.instant(),
      decidedBy: member(),
      /** Why it is not what was recommended: sealed; null where it is. */
      decidedReason: c.sealed(),
    },
    (t) => [c.index('profiles_customer').on(t.customerId, t.startedAt)],
  );

  /** "I want another way": asked for on any page, settled by a person. */
  const otherWays = c.table(
    'other_ways',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      askedAt: c.instant().notNull(),
      wants: c.oneOf(OTHER_WAYS).notNull(),
      /** In their own words, sealed; null: none. */
      note: c.sealed(),
      toldBy: c.oneOf(ACTOR_KINDS).notNull(),
      settledAt: c.instant(),
      settledBy: member(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('other_ways_office').on(t.officeId, t.settledAt), c.index('other_ways_customer').on(t.customerId)],
  );

  /** Why somebody is to be asked again; open until they were, or until a colleague has said that it is not needed. */
  const reasks = c.table(
    'reasks',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      reason: c.oneOf(REASK_REASONS).notNull(),
      raisedAt: c.instant().notNull(),
      closedAt: c.instant(),
      closedBy: member(),
    },
    (t) => [c.index('reasks_office').on(t.officeId, t.closedAt), c.index('reasks_customer').on(t.customerId)],
  );

  /** The monthly look at whether the rules fall unevenly on some; figures of groups, nobody in them can be told. */
  const fairnessChecks = c.table(
    'fairness_checks',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      /** "2026-11". */
      month: c.text().notNull(),
      madeAt: c.instant().notNull(),
      figures: c.json<unknown>().notNull(),
    },
    (t) => [c.uniqueIndex('fairness_checks_once').on(t.officeId, t.month)],
  );

  /** How somebody looks at finding work, as they chose to tell it; the newest that stands counts. */
  const outlooks = c.table(
    'outlooks',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      confidence: c.oneOf(CONFIDENCES),
      attitude: c.oneOf(ATTITUDES),
      /** In their own words, sealed. */
      note: c.sealed(),
      toldAt: c.instant().notNull(),
      toldBy: c.oneOf(ACTOR_KINDS).notNull(),
      staffId: member(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('outlooks_customer').on(t.customerId, t.toldAt)],
  );

  /** Where somebody can use a computer for nothing, learn how, or have somebody beside them; kept by an office. */
  const digitalPlaces = c.table(
    'digital_places',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      officeId: office(),
      kind: c.oneOf(DIGITAL_PLACE_KINDS).notNull(),
      name: c.text().notNull(),
      /** What they do, in a sentence; in Welsh where it was written. */
      what: c.text().notNull(),
      whatInWelsh: c.text().notNull().default(''),
      /** The skills that can be learned there, with commas between; empty: none in particular. */
      teaches: c.text().notNull().default(''),
      address: c.text().notNull().default(''),
      postcode: c.text().notNull().default(''),
      /** Where it is; null: not known, so no distance is shown. */
      latitude: c.real(),
      longitude: c.real(),
      phone: c.text().notNull().default(''),
      /** When, and what it costs, as people say it: "Monday to Friday, 10 to 4", "free". */
      open: c.text().notNull().default(''),
      cost: c.text().notNull().default(''),
      stepFree: c.flag().notNull().default(false),
      active: c.flag().notNull().default(true),
    },
    (t) => [c.index('digital_places_office').on(t.officeId, t.kind)],
  );

  /** Somebody was pointed to something near by, and is asked later what came of it. */
  const signposts = c.table(
    'signposts',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      /** A skill, a barrier, `device` or `connection`. */
      need: c.text().notNull(),
      kind: c.oneOf(SIGNPOST_KINDS).notNull(),
      /** Of the place, club or local help, and what it was called then. */
      targetId: c.text().notNull(),
      name: c.text().notNull(),
      givenAt: c.instant().notNull(),
      /** Who pointed; null: they chose it themselves. */
      givenBy: member(),
      /** The day on which somebody asks: "2026-12-10"; null: nobody does. */
      askOn: c.text(),
      outcome: c.oneOf(SIGNPOST_OUTCOMES),
      outcomeAt: c.instant(),
      outcomeBy: member(),
      withdrawnAt: c.instant(),
    },
    (t) => [
      c.index('signposts_customer').on(t.customerId, t.givenAt),
      c.index('signposts_office').on(t.officeId, t.askOn),
    ],
  );

  return { profiles, otherWays, reasks, fairnessChecks, outlooks, digitalPlaces, signposts };
}
