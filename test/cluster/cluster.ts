import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { openSigningKeys } from "../../lib/signing-keys";
import { freePort } from "../free-port";
import type { ReverseProxy } from "./reverse-proxy";
import { reverseProxy } from "./reverse-proxy";

export const SECRET = "a secret that every server of this cluster shares";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Inside the checkout, where its packages are found. */
const CACHE = path.join(ROOT, ".cache");

interface Member {
  readonly port: number;
  readonly dataDir: string;
  child: ChildProcess | null;
}

interface Common {
  readonly program: string;
  readonly databaseUrl: string;
  readonly proxy: ReverseProxy;
}

/** Server processes on one database, behind one proxy. */
export interface Cluster {
  /** The proxy's address: the only one that anybody outside knows. */
  readonly url: string;
  readonly signingKeys: string;
  /** The addresses of the servers themselves. */
  readonly members: readonly string[];
  /** Kills one with SIGKILL; it is started again by {@link Cluster.revive}. */
  kill(index: number): Promise<void>;
  revive(index: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts `size` servers over a database, all with the same secret and signing keys, each with a data directory of its own. */
export async function startCluster(databaseUrl: string, size: number): Promise<Cluster> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, "cluster-"));
  const program = await bundled(folder);
  const signingKeys = path.join(folder, "signing-keys");
  openSigningKeys(signingKeys, Date.now());
  const members: Member[] = [];
  for (let number = 0; number < size; number += 1) {
    const dataDir = path.join(folder, String(number));
    mkdirSync(dataDir, { mode: 0o700 });
    cpSync(signingKeys, path.join(dataDir, "signing-keys"), { recursive: true });
    members.push({ port: await freePort(), dataDir, child: null });
  }
  const proxy = await reverseProxy(() => members.map(({ port }) => port));
  const member = (index: number): Member => {
    const found = members[index];
    if (found === undefined) throw new Error(`there is no server ${String(index)}`);
    return found;
  };
  const revive = (index: number): Promise<void> => start(member(index), { program, databaseUrl, proxy });
  await Promise.all(members.map((_, index) => revive(index)));
  return {
    url: proxy.url,
    signingKeys,
    members: members.map(({ port }) => `http://127.0.0.1:${String(port)}`),
    kill: (index) => stop(member(index), "SIGKILL"),
    revive,
    close: async () => {
      await Promise.all(members.map((each) => stop(each, "SIGTERM")));
      await proxy.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** One file, so that a server that was killed is back within a second. */
async function bundled(folder: string): Promise<string> {
  const program = path.join(folder, "server.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/cluster/cluster-server.ts"],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.9",
    packages: "external",
  });
  return program;
}

async function start(member: Member, { program, databaseUrl, proxy }: Common): Promise<void> {
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(member.port),
      COUNTERSIGN_DATABASE_URL: databaseUrl,
      COUNTERSIGN_DATA_DIR: member.dataDir,
      COUNTERSIGN_LOG_LEVEL: "error",
      NEXTAUTH_URL: proxy.url,
      NEXTAUTH_SECRET: SECRET,
    },
  });
  member.child = child;
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-4_000);
      if (said.includes("ready\n")) resolve();
    });
    child.once("exit", (code) => {
      reject(new Error(`a server ended with ${String(code)}: ${said}`));
    });
  });
}

async function stop(member: Member, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const { child } = member;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
