import type { CommandReader } from "../command-effect";
import { docker, helm, kubectl, systemctl, terraform } from "./cluster";
import { tar, unzip } from "./archives";
import { copy, install, move, rsync, secureCopy } from "./copies";
import { download, fetchUrl } from "./fetch";
import { clock, create, find, look, mode, remove } from "./files";
import { format, rawCopy, sed, shred, tee, truncate, wipe, wipeSignatures } from "./overwriting";
import { git, kill, packages, power } from "./remote";
import { aws, gsutil, rclone } from "./storage";

const LOOKS =
  "ls cat head tail grep egrep fgrep wc cut df du ps free uptime whoami id pwd stat which uname jq echo printf true sleep diff dig nslookup ping";

/** Who reads which command. */
const READERS: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ...named(kubectl, "kubectl oc"),
  ...named(helm, "helm"),
  ...named(terraform, "terraform tofu"),
  ...named(systemctl, "systemctl"),
  ...named(docker, "docker podman"),
  ...named(remove, "rm rmdir unlink"),
  ...named(move, "mv"),
  ...named(copy, "cp"),
  ...named(install, "install"),
  ...named(secureCopy, "scp"),
  ...named(rsync, "rsync"),
  ...named(mode, "chmod chown"),
  ...named(create, "mkdir touch ln"),
  ...named(rawCopy, "dd"),
  ...named(format, "mkfs mke2fs mkswap"),
  ...named(wipeSignatures, "wipefs"),
  ...named(wipe, "blkdiscard"),
  ...named(shred, "shred"),
  ...named(truncate, "truncate"),
  ...named(tee, "tee"),
  ...named(sed, "sed"),
  ...named(tar, "tar"),
  ...named(unzip, "unzip"),
  ...named(find, "find"),
  ...named(look, LOOKS),
  ...named(clock, "date"),
  ...named(git, "git"),
  ...named(packages, "npm pnpm yarn pip pip3 apt apt-get yum dnf brew gem"),
  ...named(fetchUrl, "curl"),
  ...named(download, "wget"),
  ...named(aws, "aws"),
  ...named(gsutil, "gsutil"),
  ...named(rclone, "rclone"),
  ...named(kill, "kill pkill killall"),
  ...named(power, "shutdown reboot poweroff halt"),
]);
const SYSTEM_FOLDER = /^\/(?:usr\/)?(?:local\/)?s?bin\/(?=[^/]+$)/u;

function named(reader: CommandReader, names: string): readonly (readonly [string, CommandReader])[] {
  return names.split(" ").map((name) => [name, reader] as const);
}

/** The reader of the command called `name`; undefined for one that nobody wrote a reader for, or that is not the system’s own. */
export function commandReader(name: string): CommandReader | undefined {
  // One program a file system: `mkfs.ext4`.
  return READERS.get(name.replace(SYSTEM_FOLDER, "").replace(/^mkfs\.\w+$/u, "mkfs"));
}
