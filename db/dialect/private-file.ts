import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file that only its owner may read, for others to write into, unless it is there already. SQLite gives
 * the files beside a database the same permissions.
 */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}
