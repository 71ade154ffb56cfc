/** One thing that a program asked of the disk; see `record-writes.c`. */
export interface DiskRecord {
  kind: 'C' | 'W' | 'T' | 'S' | 'U';
  /** Within the folder; '' is the folder itself. */
  name: string;
  /** Where a write begins; the size for `T`. */
  at: number;
  data: Buffer;
}

const HEAD = 15;
/** What a disk writes whole or not at all (bytes). */
const SECTOR = 512;

/** The records of a log, in order. */
export function readRecords(log: Buffer): DiskRecord[] {
  const records: DiskRecord[] = [];
  for (let at = 0; at < log.length;) {
    const nameLength = log.readUInt16LE(at + 1);
    const length = log.readUInt32LE(at + 11);
    const dataAt = at + HEAD + nameLength;
    records.push({
      kind: String.fromCharCode(log[at]!) as DiskRecord['kind'],
      name: log.toString('utf8', at + HEAD, dataAt),
      at: Number(log.readBigUInt64LE(at + 3)),
      data: log.subarray(dataAt, dataAt + length),
    });
    at = dataAt + length;
  }
  return records;
}

/** Which of the writes that nothing has been waited for since are on the disk when the power goes. */
export interface Fate {
  /** Asked for each of them: all of it, none of it, or some of its sectors. */
  ofWrite(): 'done' | 'lost' | 'torn';
  /** Asked for each sector of a torn one. */
  ofSector(): boolean;
}

interface File {
  /** What is on the disk whatever happens. */
  synced: Buffer;
  /** Asked for since. */
  pending: DiskRecord[];
  /** Whether its name is on the disk whatever happens, and whether it has one in the running system. */
  named: boolean;
  unlinked: boolean;
}

/** A folder on a disk that keeps what was synced, and of the rest what its fate is. */
export class ReplayedDisk {
  private readonly files = new Map<string, File>();

  constructor(files: Record<string, Buffer>) {
    for (const [name, synced] of Object.entries(files))
      this.files.set(name, { synced, pending: [], named: true, unlinked: false });
  }

  apply(record: DiskRecord): void {
    const { kind, name } = record;
    if (kind === 'S' && name === '') return this.syncNames();
    if (kind === 'C') {
      if (this.files.has(name)) throw new Error(`${name} comes again before it is known to be gone`);
      this.files.set(name, { synced: Buffer.alloc(0), pending: [], named: false, unlinked: false });
      return;
    }
    const file = this.files.get(name);
    if (!file) throw new Error(`${name} was never there`);
    if (kind === 'U') file.unlinked = true;
    else if (kind === 'S') {
      file.synced = written(file, { ofWrite: () => 'done', ofSector: () => true });
      file.pending = [];
    } else file.pending.push(record);
  }

  private syncNames(): void {
    for (const [name, file] of this.files) {
      if (file.unlinked) this.files.delete(name);
      else file.named = true;
    }
  }

  /** How many writes and names a power cut would leave to their fate. */
  get unsettled(): number {
    let count = 0;
    for (const file of this.files.values()) count += file.pending.length + Number(!file.named) + Number(file.unlinked);
    return count;
  }

  /** What is on the disk when the power goes now. */
  afterPowerCut(fate: Fate): Map<string, Buffer> {
    const left = new Map<string, Buffer>();
    for (const [name, file] of this.files) {
      const come = file.named || fate.ofWrite() === 'done';
      const gone = file.unlinked && fate.ofWrite() === 'done';
      if (come && !gone) left.set(name, written(file, fate));
    }
    return left;
  }
}

function written({ synced, pending }: File, fate: Fate): Buffer {
  let size = synced.length;
  const room = Math.max(size, ...pending.map(({ at, data }) => at + data.length));
  const bytes = Buffer.alloc(room);
  synced.copy(bytes);
  for (const { kind, at, data } of pending) {
    const outcome = fate.ofWrite();
    if (outcome === 'lost') continue;
    if (kind === 'T') {
      if (at < size) bytes.fill(0, at, size);
      size = at;
      continue;
    }
    if (outcome === 'done') data.copy(bytes, at);
    else copySectors(data, bytes, at, fate);
    size = Math.max(size, at + data.length);
  }
  return bytes.subarray(0, size);
}

function copySectors(data: Buffer, to: Buffer, at: number, fate: Fate): void {
  for (let from = 0; from < data.length;) {
    const until = Math.min(data.length, from + SECTOR - ((at + from) % SECTOR));
    if (fate.ofSector()) data.copy(to, at + from, from, until);
    from = until;
  }
}
