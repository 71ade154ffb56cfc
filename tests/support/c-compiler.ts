import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when this machine can make a program of C, which is how a process's writes to the disk are recorded. */
export const hasCompiler = (): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'cc')));
