import type { Composition } from '~/composition.server';
import type { Lifecycle } from './graceful-stop.server';

export interface Readiness {
  ready: boolean;
  /** Why not, in words for the person who runs the service. */
  reasons: string[];
}

const READ_ONLY = 'the database does not answer; pages are read from the replica, and nothing can be changed';
const PATIENCE_MS = 2_000;

/** Whether this portal should be given visitors now, and if not, why not. */
export async function readiness(composition: Composition, lifecycle: Lifecycle): Promise<Readiness> {
  const reasons: string[] = [];
  if (lifecycle.stopping) reasons.push('the portal is stopping');
  try {
    const pending = await soon(composition.pendingMigrations());
    if (pending.length > 0) reasons.push(`migrations are waiting: ${pending.join(', ')}`);
    else if (!(await soon(composition.services.checkWorker()))) reasons.push('no worker has been seen for a minute');
  } catch (error) {
    // Pages are still shown: to take the portal away would take them too.
    if (await isReadFromReplica(composition)) return { ready: reasons.length === 0, reasons: [...reasons, READ_ONLY] };
    composition.log.warn({ err: error }, 'the database did not answer the readiness check');
    reasons.push('the database does not answer');
  }
  return { ready: reasons.length === 0, reasons };
}

async function isReadFromReplica({ services }: Composition): Promise<boolean> {
  // A read finds out, unless another did before.
  if (!services.isReadOnly()) await soon(services.checkWorker()).catch(() => undefined);
  return services.isReadOnly();
}

async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
