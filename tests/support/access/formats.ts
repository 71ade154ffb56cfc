import type { Row } from './cells';

export const FORMATS_ROWS: Record<string, Row> = {};
