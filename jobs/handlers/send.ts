import type { Composition } from '~/composition.server';
import { sendDue } from '~/services/send-due.server';

/** Claims and sends what is due; at once again while batches come back full. */
export const send = ({ deps, engine }: Composition, worker: string): (() => Promise<boolean>) => {
  const round = sendDue(deps, engine);
  return () => round(worker);
};
