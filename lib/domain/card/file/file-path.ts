/** What is odd about a path, in words. */
export interface PathFindings {
  /** Without `.`, `..` and doubled slashes, as a system would resolve it; `..` beyond the start stays. */
  readonly normal: string;
  readonly climbs: boolean;
  readonly absolute: boolean;
  /** A part that listings leave out: `.env`. */
  readonly hidden: boolean;
  /** A spelling that another system reads as another path: escapes, backslashes, a space at the end. */
  readonly odd: boolean;
}

const PATTERN = /[*?]|\[[^[\]]*\]|\{[^{},]*,[^{}]*\}/u;
const SENSITIVE =
  /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|\.ssh|\.aws|\.git|\.gnupg|\.kube|id_(?:rsa|ed25519|ecdsa)|authorized_keys|\.npmrc|\.netrc|\.htpasswd|shadow|sudoers|backups?|[\w.-]*\.(?:bak|pem|key|p12|pfx|kdbx|sql\.gz|dump))(?:\/|$)/iu;
const SYSTEM =
  /^(?:\/(?:etc|bin|sbin|boot|dev|lib|proc|root|sys|usr|var)(?:\/|$)|\/$|~(?:\/|$)|[A-Za-z]:[\\/](?:Windows|Program Files))/iu;

/** What a machine can see in `path`. */
export function pathFindings(path: string): PathFindings {
  const slashed = path.replaceAll("\\", "/");
  const normal = normalPath(slashed);
  const decoded = /%(?:2e|2f|5c|00)/iu.test(path);
  return {
    normal,
    climbs: slashed.split("/").includes("..") || /%2e(?:%2e|\.)|\.%2e/iu.test(path),
    absolute: /^(?:[\\/]|~|[A-Za-z]:[\\/]|file:)/u.test(path),
    hidden: normal.split("/").some((part) => part.startsWith(".") && part !== ".."),
    odd: decoded || path.includes("\\") || path !== path.trim() || /[.\s]$/u.test(normal.replace(/(?:^|\/)\.\.$/u, "")),
  };
}

/** `path` as a system would resolve it, without following links. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

/** True when `path` stands for whatever fits it at the time, not for one file. */
export function isPattern(path: string): boolean {
  return PATTERN.test(path);
}

/** True when `path` holds keys, settings with secrets, history or a backup. */
export function isSensitive(path: string): boolean {
  return SENSITIVE.test(path.replaceAll("\\", "/"));
}

/** True when `path` belongs to the system or to somebody's whole home. */
export function isSystemPath(path: string): boolean {
  return SYSTEM.test(path);
}

/** True when `path` lies in `folder` once both are resolved. */
export function liesIn(path: string, folder: string): boolean {
  const [inner, outer] = [pathFindings(path).normal, pathFindings(folder).normal];
  return inner === outer || inner.startsWith(outer === "/" ? "/" : `${outer}/`);
}

/** The folder of a path, without a slash at the end; empty where there is none. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut === -1 ? "" : path.slice(0, cut);
}

/** `.csv`, lower case; empty where the name has no ending or is only one. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}
