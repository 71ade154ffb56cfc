import type { Row } from './cells';

export const SAFEGUARDS_ROWS: Record<string, Row> = {};
