import type { Row } from './cells';

export const PROFILE_ROWS: Record<string, Row> = {};
