import type { Row } from './cells';

export const HELP_ROWS: Record<string, Row> = {};
