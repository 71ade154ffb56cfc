import { postgresColumns } from './columns';
import { defineTables } from './tables';

/** The tables as PostgreSQL has them; drizzle-kit reads the exports. */
export const postgresTables = defineTables(postgresColumns);
