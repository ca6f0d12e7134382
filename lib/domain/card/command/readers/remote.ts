import { effect, objects, type CommandEffect, type CommandReader } from "../command-effect";
import { flagsOf, type Flags } from "../flags";

/** `git`: what leaves this copy, and what is thrown away in it. */
export const git: CommandReader = (words) => {
  const flags = flagsOf(words, "-C -m --message --author");
  const [verb = "", ...rest] = flags.positional;
  // Settings and outside programs can make any verb do anything.
  if (flags.doubtful.length > 0 || flags.has("-c", "--output", "--ext-diff", "--upload-pack", "--receive-pack", "--exec"))
    return null;
  if (/^(?:status|log|diff|show)$/u.test(verb)) return effect("Look at", `git ${verb}`, { reads: true });
  const forced = flags.has("--force", "-f", "--force-with-lease", "--no-verify") || rest.some((word) => word.startsWith("+"));
  if (/^(?:merge|pull|fetch|commit|checkout|switch|clone|revert)$/u.test(verb))
    return effect(`Git ${verb}`, objects(rest), { forced });
  switch (verb) {
    case "push":
      return push(rest, flags, forced);
    case "reset":
      if (!flags.has("--hard")) return effect("Reset to", rest[0] ?? "HEAD");
      return effect("Throw away changes since", rest[0] ?? "HEAD", { destroys: true, forced: true });
    case "clean":
      return effect("Delete untracked files", objects(rest), {
        destroys: true,
        forced: flags.letter("f"),
        recursive: flags.letter("d"),
      });
    case "branch":
    case "tag":
      return reference(verb, rest, flags, forced);
    default:
      return null;
  }
};

function push(rest: readonly string[], flags: Flags, forced: boolean): CommandEffect {
  const [remote = "the default remote", ...refs] = rest;
  const deletes = flags.has("--delete", "-d", "--mirror", "--prune") || refs.some((ref) => ref.startsWith(":"));
  const what = objects(refs) ?? "the current branch";
  return effect(deletes ? "Delete on the remote" : "Push", what, { rest: `to ${remote}`, forced, destroys: deletes || forced });
}

function reference(kind: string, rest: readonly string[], flags: Flags, forced: boolean): CommandEffect {
  if (flags.letter("D") || flags.letter("d"))
    return effect(`Delete ${kind}`, objects(rest), { destroys: true, forced: flags.letter("D") });
  return rest.length === 0
    ? effect("Look at", `${kind} list`, { reads: true })
    : effect(`Create ${kind}`, objects(rest), { forced });
}

const INSTALLS = /^(?:install|i|add|ci|upgrade|update)$/u;
const REMOVES = /^(?:uninstall|remove|purge|rm|autoremove)$/u;

/** `npm`, `pip`, `apt` and their like: packages that come and go. */
export const packages: CommandReader = (words) => {
  const { positional, has, letter, doubtful } = flagsOf(words, "-r --requirement --registry --index-url -w --prefix");
  const [verb = "", ...names] = positional;
  if (doubtful.length > 0) return null;
  const forced = has("--force", "--yes", "--break-system-packages") || letter("y");
  if (INSTALLS.test(verb)) return effect("Install", objects(names) ?? "the listed packages", { forced });
  if (REMOVES.test(verb)) return effect("Uninstall", objects(names), { destroys: true, forced });
  if (verb === "publish") return effect("Publish", objects(names) ?? "this package", { forced });
  return verb === "list" || verb === "ls" || verb === "audit" ? effect("Look at", "packages", { reads: true }) : null;
};

const CURL_VALUES =
  "-X --request -d --data --data-raw --data-binary --data-urlencode -F --form -T --upload-file -H --header -o --output -u --user -A --user-agent -e -m --max-time -b " +
  "--cookie --connect-timeout --retry -x --proxy --json -c -K --config --method --post-data --post-file --body-data -O --output-document";
const SENDS = [
  "-d",
  "--data",
  "--data-raw",
  "--data-binary",
  "--data-urlencode",
  "-F",
  "--form",
  "-T",
  "--upload-file",
  "--json",
  "--post-data",
  "--post-file",
  "--body-data",
];

/** Short flags of `curl` that may stand together: none of them takes a value or writes. */
const CURL_TOGETHER = /^-[fsSLkviIGNqg46#]+$/u;

/** `wget`, which writes what it fetches. */
export const download: CommandReader = (words) => {
  const read = fetchUrl(words);
  return read === null ? null : { ...read, reads: false };
};

/** `curl`: what is fetched, and what is sent where. */
export const fetchUrl: CommandReader = (words) => {
  if (words.some((word) => /^-[^-]./u.test(word) && !CURL_TOGETHER.test(word))) return null;
  const flags = flagsOf(words, CURL_VALUES);
  const method = flags.value("-X", "--request", "--method")?.toUpperCase() ?? null;
  const urls = objects(flags.positional);
  if (urls === null || flags.has("-K", "--config")) return null;
  if (method === "DELETE") return effect("Delete at", urls, { destroys: true });
  if (flags.has(...SENDS) || (method !== null && method !== "GET" && method !== "HEAD")) return effect("Send data to", urls);
  return effect("Fetch", urls, { reads: !flags.has("-o", "--output", "-O", "--output-document") });
};

/** `aws`: storage by name, everything else by its own words. */
export const aws: CommandReader = (words) => {
  const { positional, has, doubtful } = flagsOf(
    words,
    "--profile --region --endpoint-url --output --query --exclude --include --bucket --key --acl",
  );
  const [service, verb, ...rest] = positional;
  if (service !== "s3" || verb === undefined || doubtful.length > 0) return null;
  const recursive = has("--recursive");
  switch (verb) {
    case "rm":
      return effect("Delete", objects(rest), { destroys: true, recursive });
    case "rb":
      return effect("Delete bucket", objects(rest), { destroys: true, forced: has("--force") });
    case "ls":
      return effect("Look at", objects(rest), { reads: true });
    case "cp":
    case "mv":
    case "sync":
      return effect(verb === "mv" ? "Move" : verb === "cp" ? "Copy" : "Sync", rest[0] ?? null, {
        rest: `to ${rest[1] ?? "nowhere"}`,
        destroys: verb === "mv" || has("--delete"),
        recursive,
      });
    default:
      return null;
  }
};

/** `kill` and `pkill`. */
export const kill: CommandReader = (words) => {
  const { positional, has } = flagsOf(words, "-s --signal -u");
  return effect("Stop process", objects(positional), { destroys: true, forced: has("-9", "-KILL", "-SIGKILL") });
};

/** `shutdown`, `reboot`, `poweroff`. */
export const power: CommandReader = () => effect("Shut down or restart", "the machine", { destroys: true });
