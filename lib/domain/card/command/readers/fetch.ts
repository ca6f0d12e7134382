import { disksAmong, effect, filesAmong, objects, type CommandEffect, type CommandReader } from "../command-effect";
import { flagsOf, flagWords, hasOtherLong, type Flags } from "../flags";

const VALUES =
  "-X --request -d --data --data-raw --data-binary --data-urlencode -F --form -T --upload-file -H --header -o --output -u --user -A --user-agent -e -m --max-time -b " +
  "--cookie --connect-timeout --retry --retry-delay -x --proxy --json -c --cookie-jar -K --config -D --dump-header -w --write-out -r --range --cacert --cert --key " +
  "--resolve --limit-rate --trace --trace-ascii --stderr --libcurl --etag-save --output-dir --oauth2-bearer";
const WGET_VALUES =
  "-O --output-document -o --output-file -a --append-output -P --directory-prefix -i --input-file -e --execute -t --tries -T --timeout -U --user-agent -w --wait " +
  "--header --method --post-data --post-file --body-data --body-file --user --password";
/** Long flags that stand alone; any other, or the beginning of one, may write, send or take a value. */
const LONG =
  "fail fail-with-body silent show-error location insecure verbose include head get compressed remote-name remote-name-all remote-header-name " +
  "no-clobber create-dirs http1.1 http2 tlsv1.2 tlsv1.3 ipv4 ipv6 progress-bar no-progress-meter retry-connrefused retry-all-errors globoff no-buffer";
const WGET_LONG =
  "quiet no-verbose verbose continue no-clobber timestamping recursive mirror page-requisites force-directories no-directories no-parent spider " +
  "no-check-certificate show-progress no-host-directories convert-links adjust-extension no-cache https-only server-response";
const SENDS =
  "-d --data --data-raw --data-binary --data-urlencode -F --form -T --upload-file --json --post-data --post-file --body-data --body-file".split(
    " ",
  );
/** Files that `curl` writes besides what it fetches. */
const WRITTEN = "-o --output -D --dump-header -c --cookie-jar --trace --trace-ascii --stderr --libcurl --etag-save".split(" ");

const CURL_SHORT = /^-[fsSLkviIGNqgJO46#]$/u;
/** Short flags of `curl` that may stand together: none takes a value but `-o`, which may only be the last. */
const CURL_TOGETHER = /^-([fsSLkviIGNqgJO46#]*)(?:(o)(.*))?$/u;
const WGET_TOGETHER = /^-([qcNrkpmSExbdvK]*)(?:([OoaPietTUw])(.*))?$/u;
const WGET_WORDS = /^-n[vcHdp]$/u;

/** `curl`: what is fetched, where it is written, and what is sent where. */
export const fetchUrl: CommandReader = (words) => {
  const apart = lettersApart(words, CURL_TOGETHER, VALUES);
  if (apart === null) return null;
  const flags = flagsOf(apart, VALUES);
  const given = flagWords(apart).filter((word) => !CURL_SHORT.test(word) && !VALUES.split(" ").includes(word));
  if (flags.has("-K", "--config") || isOutside(given, LONG, VALUES) || given.some((word) => !word.startsWith("--"))) return null;
  const remote = flags.has("-O", "--remote-name", "--remote-name-all") ? flags.positional.map(lastName) : [];
  const folder = flags.value("--output-dir");
  const files = [...valuesOf(apart, WRITTEN), ...remote].map((file) => (folder === null ? file : `${folder}/${file}`));
  // What is written besides the answer is written over all the same.
  const over = flags.has("--no-clobber") ? valuesOf(apart, WRITTEN.slice(2)) : files;
  return methodsOf(apart).length > 1 ? null : fetched(flags, filesAmong(files), filesAmong(over));
};

/** `wget`, which writes what it fetches: beside what is there, unless it is told where or to follow links. */
export const download: CommandReader = (words) => {
  const apart = lettersApart(words, WGET_TOGETHER, WGET_VALUES);
  if (apart === null) return null;
  const flags = flagsOf(apart, WGET_VALUES);
  if (flags.has("-i", "--input-file", "-e", "--execute") || isOutside(flagWords(apart), WGET_LONG, WGET_VALUES)) return null;
  const document = flags.value("-O", "--output-document");
  const log = [...valuesOf(apart, ["-o", "--output-file"]), ...disksAmong(valuesOf(apart, ["-a", "--append-output"]))];
  const read = fetched(flags, document === null ? [] : filesAmong([document]), [...overByWget(flags, document), ...log]);
  if (read === null) return null;
  const reads =
    read.reads && log.length === 0 && (flags.has("--spider") || (document !== null && filesAmong([document]).length === 0));
  return { ...read, reads };
};

function overByWget(flags: Flags, document: string | null): readonly string[] {
  if (flags.has("-nc", "--no-clobber")) return [];
  if (document !== null) return filesAmong([document]);
  const again = "-N --timestamping -r --recursive -m --mirror -c --continue -p --page-requisites -x --force-directories -nd";
  return flags.has(...again.split(" ")) ? [flags.value("-P", "--directory-prefix") ?? "."] : [];
}

function fetched(flags: Flags, files: readonly string[], writesOver: readonly string[]): CommandEffect | null {
  const method = flags.value("-X", "--request", "--method")?.toUpperCase() ?? null;
  const urls = objects(flags.positional);
  if (urls === null) return null;
  const written = objects(files);
  const answer = written === null ? null : `and write the answer to ${written}`;
  if (method === "DELETE") return effect("Delete at", urls, { destroys: true, rest: answer, writesOver });
  if (flags.has(...SENDS) || (method !== null && method !== "GET" && method !== "HEAD"))
    return effect("Send data to", urls, { rest: answer, writesOver: overThere(flags, method, writesOver) });
  return effect("Fetch", urls, { rest: written === null ? null : `to ${written}`, reads: files.length === 0, writesOver });
}

/** What is put takes the place of what is there; what any other method does there is not known. */
function overThere(flags: Flags, method: string | null, here: readonly string[]): readonly string[] | null {
  if (method === "PUT" || (method === null && flags.has("-T", "--upload-file"))) return [...here, ...flags.positional];
  const known = method === null || method === "GET" || method === "HEAD" || method === "POST";
  return known || here.length > 0 ? here : null;
}

function methodsOf(words: readonly string[]): readonly string[] {
  return valuesOf(words, ["-X", "--request"]);
}

function isOutside(given: readonly string[], alone: string, valued: string): boolean {
  return hasOtherLong(given, `${alone} ${valued.replaceAll("--", "")}`);
}

/** Flags one by one; null where letters stand together that are not known to mean the same then. Values stay as they are. */
function lettersApart(words: readonly string[], together: RegExp, valued: string): readonly string[] | null {
  const takesValue = new Set(valued.split(" "));
  const apart: string[] = [];
  for (const [at, word] of words.entries()) {
    const isValue = takesValue.has(words[at - 1] ?? "");
    if (isValue || !/^-[^-]./u.test(word) || WGET_WORDS.test(word)) {
      apart.push(word);
      continue;
    }
    const [, letters, last, value = ""] = together.exec(word) ?? [];
    if (letters === undefined) return null;
    apart.push(...Array.from(letters, (letter) => `-${letter}`));
    if (last !== undefined) apart.push(`-${last}`, ...(value === "" ? [] : [value]));
  }
  return apart;
}

function valuesOf(words: readonly string[], names: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const equals = word.indexOf("=");
    if (names.includes(word)) return [words[at + 1] ?? ""];
    return equals !== -1 && names.includes(word.slice(0, equals)) ? [word.slice(equals + 1)] : [];
  });
}

/** What a file is called that is named after where it comes from. */
function lastName(url: string): string {
  return (
    url
      .replace(/[?#].*$/u, "")
      .split("/")
      .at(-1) ?? ""
  );
}
