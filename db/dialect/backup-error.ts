/** A backup or restore that cannot be done, in words for the person who asked for it. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** A file that cannot be a backup, or a database, because its pages or indexes are damaged. */
export class DamagedFile extends BackupError {
  constructor(
    message: string,
    readonly damage: string,
  ) {
    super(message);
  }
}
