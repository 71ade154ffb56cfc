/**
 * What a line lacks to make somebody who is not known yet; an empty list when it lacks nothing.
 * @param needed the cells that a newcomer needs, by column; null is an empty cell.
 */
export function lackingFor(
  who: 'customer' | 'adviser',
  ref: string,
  needed: Readonly<Record<string, string | null>>,
): string[] {
  const columns = Object.keys(needed).filter((column) => needed[column] === null);
  if (columns.length === 0) return [];
  const list = columns.length === 1 ? columns[0] : `${columns.slice(0, -1).join(', ')} and ${columns.at(-1)}`;
  return [`${who} "${ref}" is not known yet, so the line needs ${list}`];
}

/** What a line is told that would give somebody to an adviser who has left. */
export function hasLeftFault(ref: string): string {
  return `adviser "${ref}" has left, so the line needs the adviser_ref of somebody who works here`;
}
