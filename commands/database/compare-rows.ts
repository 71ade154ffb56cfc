/** Written into every copy, and into nothing else. */
const OF_THE_COPY = ['sending_holds', 'migrations'];
/** Rows that are never replaced by others: there are as many at a moment as the moments around it allow. */
const KEPT = ['appointments', 'audit_entries', 'customers', 'message_events', 'messages'];

/**
 * Finds tables in which a copy has not the rows that it should have.
 * @param before what the original had; with `after`, just before the copy was made.
 * @param after what the original had after it; without, it has not changed.
 */
export function compareRows(
  before: ReadonlyMap<string, number>,
  copy: ReadonlyMap<string, number>,
  after?: ReadonlyMap<string, number>,
): string[] {
  const names = after ? KEPT : [...before.keys()].filter((name) => !OF_THE_COPY.includes(name));
  return names.flatMap((name) => {
    const [from, to] = [before.get(name) ?? 0, (after ?? before).get(name) ?? 0].sort((a, b) => a - b);
    const count = copy.get(name) ?? 0;
    return count >= from! && count <= to! ? [] : [`${name}: ${count} rows in the copy, and ${from === to ? from : `${from} to ${to}`} where it is from.`]; // prettier-ignore
  });
}

/** Where the database in use has more than a copy, in a line. */
export function tellAdded(copy: ReadonlyMap<string, number>, inUse: ReadonlyMap<string, number>): string {
  const more = [...inUse].flatMap(([name, count]) => {
    const added = count - (copy.get(name) ?? 0);
    return added > 0 ? [`${name} +${added}`] : [];
  });
  return more.length > 0 ? `Since then: ${more.join(', ')}.` : 'No table has more rows since then.';
}
