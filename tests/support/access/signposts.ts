import type { Row } from './cells';

export const SIGNPOSTS_ROWS: Record<string, Row> = {};
