/** One time that a customer agreed that a partner may see their plan, and when they took it back (ms). */
export interface Consent {
  partnerId: string;
  givenAt: number;
  withdrawnAt: number | null;
}

/**
 * The consent that lets a partner see a customer's plan now, or null: then it may not. This is the one place that answers
 * it; a partner that we no longer work with sees nothing, whatever was agreed.
 */
export function consentInForce<C extends Consent>(
  partner: { id: string; active: boolean },
  consents: readonly C[],
  now: number,
): C | null {
  if (!partner.active) return null;
  const standing = consents.filter(
    ({ partnerId, givenAt, withdrawnAt }) =>
      partnerId === partner.id && givenAt <= now && (withdrawnAt === null || withdrawnAt > now),
  );
  return standing.at(-1) ?? null;
}
