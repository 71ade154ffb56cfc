import type { Row } from './cells';

export const KIOSK_ROWS: Record<string, Row> = {};
