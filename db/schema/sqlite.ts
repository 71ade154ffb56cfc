import { sqliteColumns } from './columns';
import { defineTables } from './tables';

/** The tables as SQLite has them; drizzle-kit reads the exports. */
export const sqliteTables = defineTables(sqliteColumns);
