import { CUSTOMER_ACTIONS, type ActionWays } from '~/domain/assisted/customer-actions';

const COLUMNS: readonly (keyof ActionWays)[] = ['service', 'phone', 'desk', 'kiosk', 'letter'];

/** The rows of `docs/channel-parity.md`, one for each action of a customer, in the order of the table; without padding. */
export const PARITY_ROWS = Object.entries(CUSTOMER_ACTIONS).map(
  ([pattern, ways]) => `| \`${pattern}\` | ${COLUMNS.map((column) => ways[column] ?? '–').join(' | ')} |`,
);
