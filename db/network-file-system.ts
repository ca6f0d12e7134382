/** What Linux calls the file systems of other machines (statfs(2), `f_type`). SQLite's log needs memory that all its users share, and locks that hold. */
const OF_OTHER_MACHINES: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB"],
  [0x5346414f, "AFS"],
  [0x73757245, "Coda"],
  [0x00c36400, "Ceph"],
  [0x01021997, "9P"],
]);

/** The name of a network file system; null for any other. `type` as statfs answers it, signed or not. */
export function networkFileSystem(type: number): string | null {
  return OF_OTHER_MACHINES.get(type >>> 0) ?? null;
}

/** Throws where a database file would lie on another machine's disk: there a commit that was answered can be lost. */
export function requireOwnDisk(file: string, type: number): void {
  const name = networkFileSystem(type);
  if (name === null) return;
  throw new Error(
    `\`${file}\` is on a network file system (${name}), where SQLite can lose what it has written: ` +
      "put COUNTERSIGN_DATABASE_URL on a disk of this machine, or use postgres://USER:PASSWORD@HOST/NAME",
  );
}
