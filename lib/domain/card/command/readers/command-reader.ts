import type { CommandReader } from "../command-effect";
import { docker, helm, kubectl, systemctl, terraform } from "./cluster";
import { copy, create, find, look, mode, move, overwrite, remoteCopy, remove } from "./files";
import { aws, download, fetchUrl, git, kill, packages, power } from "./remote";

const LOOKS =
  "ls cat head tail grep egrep fgrep wc cut df du ps free uptime whoami id pwd date stat which uname jq echo printf true sleep diff dig nslookup ping";

/** Who reads which command. */
const READERS: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ...named(kubectl, "kubectl oc"),
  ...named(helm, "helm"),
  ...named(terraform, "terraform tofu"),
  ...named(systemctl, "systemctl"),
  ...named(docker, "docker podman"),
  ...named(remove, "rm rmdir unlink shred"),
  ...named(move, "mv"),
  ...named(copy, "cp"),
  ...named(remoteCopy, "scp rsync"),
  ...named(mode, "chmod chown"),
  ...named(create, "mkdir touch ln"),
  ...named(overwrite, "dd mkfs mkfs.ext4 mkfs.xfs truncate tee"),
  ...named(find, "find"),
  ...named(look, LOOKS),
  ...named(git, "git"),
  ...named(packages, "npm pnpm yarn pip pip3 apt apt-get yum dnf brew gem"),
  ...named(fetchUrl, "curl"),
  ...named(download, "wget"),
  ...named(aws, "aws"),
  ...named(kill, "kill pkill killall"),
  ...named(power, "shutdown reboot poweroff halt"),
]);
const SYSTEM_FOLDER = /^\/(?:usr\/)?(?:local\/)?s?bin\/(?=[^/]+$)/u;

function named(reader: CommandReader, names: string): readonly (readonly [string, CommandReader])[] {
  return names.split(" ").map((name) => [name, reader] as const);
}

/** The reader of the command called `name`; undefined for one that nobody wrote a reader for, or that is not the system’s own. */
export function commandReader(name: string): CommandReader | undefined {
  return READERS.get(name.replace(SYSTEM_FOLDER, ""));
}
