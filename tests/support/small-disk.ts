import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own that is full when the test says so. */
export interface SmallDisk {
  folder: string;
  /** Takes all the room there is. */
  fill(): void;
  /** Gives it back. */
  makeRoom(): void;
  remove(): void;
}

/** @returns null where nothing may be mounted (only root may). @param owner of the folder, where it is not to be root's. */
export function smallDisk(megabytes: number, owner?: { uid: number; gid: number }): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-small-disk-'));
  const options = [`size=${megabytes}m`, 'mode=0700', ...(owner ? [`uid=${owner.uid}`, `gid=${owner.gid}`] : [])];
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'waymark-small-disk', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      try {
        for (const page = Buffer.alloc(4096); ;) writeSync(file, page);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
