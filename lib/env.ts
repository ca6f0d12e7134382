import path from "node:path";
import * as z from "zod";
import { isLoopbackUrl } from "./domain/loopback";

/** The settings of one server, checked. Everything else of ours takes them from here and never from the environment. */
export interface Env {
  readonly port: number;
  readonly host: string;
  /** `file:…`: where the embedded database lies; or `postgres://…`. */
  readonly databaseUrl: string;
  /** The PostgreSQL server itself, when `databaseUrl` is a pooler in transaction mode; null when it is not. */
  readonly databaseDirectUrl: string | null;
  /** Connections of this process to PostgreSQL at most. */
  readonly databaseConnections: number;
  readonly dataDir: string;
  /** The origin at which people and agents reach this server, without a slash at the end. */
  readonly baseUrl: string;
  /** Null when none was set: one is then kept in the data directory. */
  readonly secret: string | null;
  /** True when `x-forwarded-*` comes from a proxy of ours and may be believed. */
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Source = Readonly<Record<string, string | undefined>>;
/** Says what is wrong with a folder to keep data in, or null. */
type FolderCheck = (folder: string) => string | null;

/** Raised when the environment cannot be used; the message names every variable that is wrong. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const DATA_DIR = "./data";

const flag = z
  .enum(["0", "1", "true", "false"], { error: "must be 1 or 0" })
  .optional()
  .transform((value) => value === "1" || value === "true");

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: "must be a port number" })
    .default("3000")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: "must be between 1 and 65535" }),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,255}$/, { error: "must be a host name or an address" })
    .default("127.0.0.1"),
  COUNTERSIGN_DATABASE_URL: z
    .string()
    .superRefine((url, check) => {
      const message = problemOfDatabaseUrl(url);
      if (message !== null) check.addIssue({ code: "custom", message });
    })
    .default("file:./data/countersign.db"),
  COUNTERSIGN_DATABASE_DIRECT_URL: z
    .string()
    .refine(isPostgresAddress, { error: "must be a postgres://… address: the server itself, where the other is its pooler" })
    .optional(),
  COUNTERSIGN_DATABASE_CONNECTIONS: z
    .string()
    .regex(/^\d{1,3}$/, { error: "must be a number" })
    .default("10")
    .transform(Number)
    .refine((count) => count >= 4 && count <= 200, { error: "must be between 4 and 200" }),
  COUNTERSIGN_DATA_DIR: z.string().default(DATA_DIR),
  NEXTAUTH_URL: z
    .string()
    .refine(isOrigin, {
      error: "must be the address people open, such as https://countersign.example, without a path",
    })
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, { error: "must have at least 32 characters: leave it out and one is generated" })
    .optional(),
  COUNTERSIGN_ALLOW_HTTP: flag,
  COUNTERSIGN_TRUST_PROXY: flag,
  COUNTERSIGN_LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

/** Everything that can be set. */
export type VariableName = keyof typeof Variables.shape;

/**
 * The settings in `source`. Throws one {@link EnvError} that lists all that is wrong, never just the first; what is wrong with the data directory
 * is for `problemOfFolder` to say, because that takes a look at the disk.
 */
export function readEnv(source: Source, problemOfFolder: FolderCheck = () => null): Env {
  const given = withoutEmpty(source);
  const read = Variables.safeParse(given);
  const lines = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const insecure = problemOfPlainHttp(given);
  if (insecure !== null) lines.push(insecure);
  const folder = problemOfFolder(path.resolve(given["COUNTERSIGN_DATA_DIR"] ?? DATA_DIR));
  if (folder !== null) lines.push(`COUNTERSIGN_DATA_DIR: ${folder}`);
  if (!read.success || lines.length > 0) throw new EnvError(wrong(lines));
  const found = read.data;
  return {
    port: found.PORT,
    host: found.HOST,
    databaseUrl: found.COUNTERSIGN_DATABASE_URL,
    databaseDirectUrl: found.COUNTERSIGN_DATABASE_DIRECT_URL ?? null,
    databaseConnections: found.COUNTERSIGN_DATABASE_CONNECTIONS,
    dataDir: path.resolve(found.COUNTERSIGN_DATA_DIR),
    baseUrl: (found.NEXTAUTH_URL ?? `http://${bracketed(found.HOST)}:${String(found.PORT)}`).replace(/\/$/, ""),
    secret: found.NEXTAUTH_SECRET ?? null,
    trustProxy: found.COUNTERSIGN_TRUST_PROXY,
    logLevel: found.COUNTERSIGN_LOG_LEVEL,
  };
}

/** The settings of this process; throws as {@link readEnv}. */
export function processEnv(problemOfFolder?: FolderCheck): Env {
  return readEnv(process.env, problemOfFolder);
}

/** True while the framework builds: nothing may be opened then (design: trust §7). */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === "phase-production-build";
}

/** Tells next-auth, which reads the environment by itself, the address that was checked and completed. */
export function publishAddress(baseUrl: string): void {
  process.env["NEXTAUTH_URL"] = baseUrl;
}

/** Tells the framework how it runs; it reads this by itself when it is loaded. */
export function publishMode(dev: boolean): void {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
}

function withoutEmpty(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

function problemOfDatabaseUrl(url: string): string | null {
  if (/^postgres(ql)?:/.test(url)) {
    return isPostgresAddress(url) ? null : "must name a database, such as postgres://user:password@host:5432/countersign";
  }
  if (!/^file:.+/.test(url)) return "must start with file:, such as file:./data/countersign.db, or with postgres://";
  return null;
}

function isPostgresAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return /^postgres(ql)?:$/.test(protocol) && /^\/[^/]+$/.test(pathname);
}

/** README §5: plain http carries a session only within one machine, unless the operator says otherwise. */
function problemOfPlainHttp(source: Source): string | null {
  const url = source["NEXTAUTH_URL"] ?? `http://${bracketed(source["HOST"] ?? "127.0.0.1")}`;
  const allowed = source["COUNTERSIGN_ALLOW_HTTP"] === "1" || source["COUNTERSIGN_ALLOW_HTTP"] === "true";
  if (allowed || !isOrigin(url) || url.startsWith("https:") || isLoopbackUrl(url)) return null;
  return (
    `NEXTAUTH_URL: ${url} is plain http and not this machine, so a session could be read on the way: ` +
    "set it to the https address, or set COUNTERSIGN_ALLOW_HTTP=1 if the network is yours alone"
  );
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function wrong(lines: readonly string[]): string {
  return `the settings cannot be used:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
