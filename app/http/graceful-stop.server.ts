import type { Server } from 'node:http';
import { SECOND } from '~/domain/clock';

/** What the portal is doing with itself: read by the readiness check, changed when it is told to stop. */
export interface Lifecycle {
  stopping: boolean;
}

/** How long requests that are being answered may take when the portal is told to stop. */
const PATIENCE_MS = 10 * SECOND;

/**
 * Stops a server without dropping anybody: it says that it is not ready, takes no new connections, finishes
 * what it has begun, and cuts off what is still there after `patienceMs`.
 */
export function stopGracefully(server: Server, lifecycle: Lifecycle, patienceMs = PATIENCE_MS): Promise<void> {
  lifecycle.stopping = true;
  return new Promise((resolve) => {
    // A kept-alive connection turns idle only when its answer is out; until then it counts as busy.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
