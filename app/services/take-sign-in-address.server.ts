import { takeOneTimeSignIn } from '@db/queries/one-time-sign-ins.server';
import type { Deps } from './deps';

/** Whose one-use address this is. It is used up by asking; null when it was before, has run out, or never was. */
export const takeSignInAddress =
  (deps: Deps) =>
  async (token: string): Promise<{ kind: 'customer' | 'staff'; id: string } | null> => {
    const now = deps.clock.now();
    const found = await deps.db.write((q) => takeOneTimeSignIn(q, deps.vault.hashSecret(token), now));
    const id = found?.customerId ?? found?.staffId;
    return found && id ? { kind: found.kind, id } : null;
  };
