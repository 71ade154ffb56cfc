import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOfMigration } from '../support/migration-rules';

/** The last migration of the version that nobody upgrades from while it runs. */
const BASELINE = '0005';

const FOLDER = 'db/migrations';
const files = ['sqlite', 'postgres'].flatMap((dialect) =>
  readdirSync(`${FOLDER}/${dialect}`)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name) && name.slice(0, 4) > BASELINE)
    .map((name) => `${FOLDER}/${dialect}/${name}`),
);

describe('migrations, while the version before still runs', () => {
  it.each(files)('%s takes nothing away from it', (file) => {
    expect(faultsOfMigration(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['DROP TABLE "reminders";', 'takes a table away'],
    ['ALTER TABLE "messages" DROP COLUMN "price";', 'takes a column away'],
    ['ALTER TABLE `messages` RENAME COLUMN "price" TO "cost";', 'renames something'],
    ['ALTER TABLE `__new_messages` RENAME TO `messages`;', 'renames something'],
    ['ALTER TABLE "messages" ALTER COLUMN "price" SET DATA TYPE text;', 'changes what a column holds'],
    ['ALTER TABLE "messages" ALTER COLUMN "price" SET NOT NULL;', 'makes a column obligatory'],
    ['ALTER TABLE "messages" ADD COLUMN "weight" integer NOT NULL;', 'adds an obligatory column without a default'],
    ['ALTER TABLE `messages` ADD `weight` integer NOT NULL;', 'adds an obligatory column without a default'],
    [
      'CREATE UNIQUE INDEX "one" ON "messages" USING btree ("price");',
      'forbids what the version before may still write',
    ],
    ['ALTER TABLE "messages" ADD CONSTRAINT "c" CHECK (price > 0);', 'forbids what the version before may still write'],
    ['CREATE INDEX "slow" ON "messages" USING btree ("price");', 'locks a table that is in use'],
  ])('are refused for %s', (statement, why) => {
    expect(faultsOfMigration(statement)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    'ALTER TABLE "messages" ADD COLUMN "weight" integer;',
    'ALTER TABLE `messages` ADD `weight` integer DEFAULT 0 NOT NULL;',
    'CREATE TABLE "a" ("id" text NOT NULL);\n--> statement-breakpoint\nCREATE UNIQUE INDEX "one" ON "a" ("id");',
    'ALTER TABLE "messages" ADD CONSTRAINT "c" CHECK (price > 0) NOT VALID;',
    '-- contract: nobody has used the price since version 0.3\nALTER TABLE "messages" DROP COLUMN "price";',
    '-- locks: messages, for some seconds, at night\nCREATE INDEX "slow" ON "messages" USING btree ("price");',
  ])('are allowed for %s', (statement) => {
    expect(faultsOfMigration(statement)).toEqual([]);
  });
});
