/** One number or address that a line gives, with the column that it is in. */
export interface GivenContact {
  column: 'mobile' | 'landline' | 'email';
  /** Stands for the value, so that it need not be kept. */
  index: string;
}

/** Somebody on file who has a number or address. */
export interface Holder {
  ref: string;
  firstName: string;
  lastName: string;
}

/**
 * Notices, line after line of one file, who may be in it twice or be on file already under another reference. It refuses
 * nothing: families share a telephone.
 */
export function newDoubles() {
  const lineOf = new Map<string, number>();
  const giverOf = new Map<string, { line: number; ref: string }>();
  return {
    /** What to look at in a line. @param holders who has a value, by its index; it is no news where the customer has it. */
    look(
      { line, ref, contacts }: { line: number; ref: string; contacts: readonly GivenContact[] },
      holders: ReadonlyMap<string, readonly Holder[]>,
    ): string[] {
      const before = lineOf.get(ref);
      lineOf.set(ref, line);
      const twice = before !== undefined && before !== line ? [`customer_ref "${ref}" is on line ${before} too: what this line says counts`] : []; // prettier-ignore
      const shared = contacts.flatMap(({ column, index }) => {
        const giver = giverOf.get(index);
        if (!giver) giverOf.set(index, { line, ref });
        const having = holders.get(index) ?? [];
        if (having.some((one) => one.ref === ref)) return [];
        const [holder] = having;
        if (holder) return [`${column} is also that of ${holder.firstName} ${holder.lastName} (${holder.ref}): is it the same person?`]; // prettier-ignore
        if (giver && giver.ref !== ref) return [`${column} is on line ${giver.line} too, for "${giver.ref}": is it the same person?`]; // prettier-ignore
        return [];
      });
      return [...twice, ...shared];
    },
  };
}
