/** Far more than the work takes, and too little for a person to notice. */
const STEP_MS = 250;

/**
 * Does the work, and answers a whole number of steps after it began, so that how long it took, and with it what it
 * found, cannot be told from outside.
 */
export async function inEvenTime<T>(work: () => Promise<T>, stepMs = STEP_MS): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const took = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(took / stepMs) * stepMs - took));
  }
}
