import type { Row } from './cells';

export const CHANNELS_ROWS: Record<string, Row> = {};
