/** An adviser who takes customers over, and how many they have already. */
export interface Taker {
  id: string;
  caseload: number;
}

/**
 * Hands customers out so that the caseloads become as even as they can: each in turn goes to whoever has the fewest then.
 * Of two who have as many, the one who is named first is next.
 * @returns who takes each customer, in the order in which they were given; empty when nobody takes any.
 */
export function spreadEvenly(customerIds: readonly string[], takers: readonly Taker[]): Map<string, string> {
  const loads = takers.map(({ id, caseload }) => ({ id, caseload }));
  const given = new Map<string, string>();
  for (const customerId of customerIds) {
    const least = loads.reduce<Taker | null>((a, b) => (a === null || b.caseload < a.caseload ? b : a), null);
    if (!least) break;
    least.caseload += 1;
    given.set(customerId, least.id);
  }
  return given;
}
