import { defineConfig } from 'drizzle-kit';

// DIALECT=sqlite|postgres npx drizzle-kit generate --name WHAT; then write the .down.sql beside it.
const dialect = process.env.DIALECT === 'postgres' ? 'postgres' : 'sqlite';

export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: `./db/schema/drizzle-kit-${dialect}.ts`,
  out: `./db/migrations/${dialect}`,
  casing: 'snake_case',
});
