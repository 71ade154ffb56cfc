import type { Row } from './cells';

export const VISITS_ROWS: Record<string, Row> = {};
