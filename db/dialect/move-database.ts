import Database from 'better-sqlite3';
import { BackupError } from './backup-error';
import { copyHoldSql } from './copy-hold';
import { moveRows, type OnMoved } from './move-rows';
import { withClient } from './plain-connection';

/**
 * Takes all that is in a SQLite database, which nobody uses, to a PostgreSQL one with the same tables, all empty. The file keeps
 * its rows and a hold, so that it sends nothing any more; when nothing was moved, it is as it was.
 * @param options.now the present instant (ms).
 * @returns how many rows each table has, and whether nothing is sent from there either, because nothing was from here.
 * @throws BackupError when the rows cannot be moved, or nobody knows whether they were.
 */
export async function moveDatabase(
  path: string,
  url: string,
  { now, onMoved }: { now: number; onMoved: OnMoved },
): Promise<{ moved: Map<string, number>; isHeld: boolean }> {
  const source = new Database(path);
  // Before anything is there: should this program be killed, neither sends, or the new one alone.
  const isHeldByUs = source.prepare(copyHoldSql(now, 'move')).run().changes === 1;
  const takeHoldAway = `delete from sending_holds where "by" = 'move' and since = ${Math.trunc(now)}`;
  let isInDoubt = false;
  try {
    // Nobody begins to use it meanwhile.
    source.exec('BEGIN EXCLUSIVE');
    return await withClient(url, async (target) => {
      await target.query('begin');
      const moved = await moveRows(source, target, onMoved);
      // A file that was held already is held there as well, for its own reason.
      if (isHeldByUs) await target.query(takeHoldAway);
      // From here on the file stays held, whatever happens: the rows may be there.
      isInDoubt = true;
      await target.query('commit');
      return { moved, isHeld: !isHeldByUs };
    });
  } catch (error) {
    if (source.inTransaction) source.exec('ROLLBACK');
    if (isInDoubt)
      throw new BackupError(
        `Whether all is there now is not known (${(error as Error).message}). ${path} is as it was, and sends nothing until you arm it.`,
      );
    if (isHeldByUs) source.exec(takeHoldAway);
    throw error;
  } finally {
    source.close();
  }
}
