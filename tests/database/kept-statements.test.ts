import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepStatements } from '@db/dialect/kept-statements';

const numbers = sqliteTable('numbers', { n: integer() });

describe('keepStatements', () => {
  let connection: Database.Database;
  beforeEach(() => {
    connection = new Database(':memory:');
    connection.exec('create table numbers (n integer); insert into numbers values (1), (2)');
  });
  afterEach(() => void connection.close());

  it('compiles a statement once, whatever its values', () => {
    const prepare = vi.spyOn(connection, 'prepare');
    const db = drizzle(keepStatements(connection));
    for (const n of [1, 2])
      expect(
        db
          .select()
          .from(numbers)
          .where(sql`n = ${n}`)
          .all(),
      ).toEqual([{ n }]);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('gives each user of one text rows as that user wants them', () => {
    const kept = keepStatements(connection);
    const [lists, objects] = [kept.prepare('select n from numbers').raw(), kept.prepare('select n from numbers')];
    expect(lists.all()).toEqual([[1], [2]]);
    expect(objects.all()).toEqual([{ n: 1 }, { n: 2 }]);
    expect(lists.get()).toEqual([1]);
    expect(objects.get()).toEqual({ n: 1 });
  });

  it('goes on when the tables change underneath', () => {
    const db = drizzle(keepStatements(connection));
    expect(db.all(sql`select * from numbers limit 1`)).toEqual([{ n: 1 }]);
    connection.exec('alter table numbers add column word text');
    expect(db.all(sql`select * from numbers limit 1`)).toEqual([{ n: 1, word: null }]);
    expect(db.run(sql`insert into numbers values (3, 'three')`).changes).toBe(1);
  });

  it('keeps so many, and what was used last', () => {
    const kept = keepStatements(connection);
    const prepare = vi.spyOn(connection, 'prepare');
    for (let n = 0; n < 1_000; n += 1) {
      kept.prepare(`select ${n}`).get();
      kept.prepare('select n from numbers').get();
    }
    expect(prepare).toHaveBeenCalledTimes(1_001);
    kept.prepare('select 0').get();
    expect(prepare).toHaveBeenCalledTimes(1_002);
  });
});
