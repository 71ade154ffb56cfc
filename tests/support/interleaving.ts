/**
 * Several tasks, of which one at a time runs from one gate to its next; which one goes on, whoever made this decides. The
 * same decisions give the same order of events, so that a failure can be repeated and made smaller.
 * @param choose which of so many waiting tasks goes on, the one that has waited longest being 0.
 */
export function interleaving(choose: (waiting: number) => number) {
  let running = 0;
  let step = 0;
  const waiting: { name: string; open: () => void }[] = [];
  const faults: unknown[] = [];
  const order: string[] = [];
  let quiet: () => void = () => undefined;

  function rest(): void {
    running -= 1;
    if (running === 0) quiet();
  }

  return {
    /** How many gates have been passed: the time by which "before" and "after" are told here. */
    step: () => step,
    /** Whom it was let go on, in order. */
    order: order as readonly string[],
    /** What tasks have thrown. */
    faults: faults as readonly unknown[],
    /** A task waits here until it is let through. */
    gate: (name: string): Promise<void> =>
      new Promise((open) => {
        waiting.push({ name, open });
        rest();
      }),
    /** Begins a task, which must come to a gate, or end, without waiting for another. */
    start(work: () => Promise<unknown>): void {
      running += 1;
      work()
        .catch((fault: unknown) => faults.push(fault))
        .finally(rest);
    },
    /** Lets one after the other through until all tasks have ended. */
    async run(): Promise<void> {
      for (;;) {
        if (running > 0) await new Promise<void>((done) => (quiet = done));
        if (waiting.length === 0) return;
        const [next] = waiting.splice(choose(waiting.length) % waiting.length, 1);
        step += 1;
        running += 1;
        order.push(next!.name);
        next!.open();
      }
    },
  };
}

export type Interleaving = ReturnType<typeof interleaving>;
