import { describe, expect, test } from "vitest";
import type { VariableName } from "./env";
import { EnvError, readEnv } from "./env";

/** Everything that can be set, each to what it cannot be. */
const WRONG: Readonly<Record<VariableName, string>> = {
  PORT: "70000",
  HOST: "not a host",
  COUNTERSIGN_DATABASE_URL: "mysql://x",
  COUNTERSIGN_DATABASE_DIRECT_URL: "file:x.db",
  COUNTERSIGN_DATABASE_CONNECTIONS: "1000",
  COUNTERSIGN_DATA_DIR: "/srv/notes.txt",
  NEXTAUTH_URL: "desk.example/app",
  NEXTAUTH_SECRET: "too short",
  COUNTERSIGN_ALLOW_HTTP: "perhaps",
  COUNTERSIGN_TRUST_PROXY: "perchance",
  COUNTERSIGN_LOG_LEVEL: "loud",
};

function problemsOf(source: Record<string, string>): string {
  try {
    readEnv(source, (folder) => (folder.endsWith(".txt") ? `${folder} is a file` : null));
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
}

describe("readEnv", () => {
  test("nothing needs to be set: it serves this machine", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: "file:./data/countersign.db",
      baseUrl: "http://127.0.0.1:3000",
      secret: null,
      trustProxy: false,
    });
  });

  test("a set but empty variable counts as not set", () => {
    expect(readEnv({ PORT: "", NEXTAUTH_SECRET: "" })).toMatchObject({ port: 3000, secret: null });
  });

  test.each(Object.entries(WRONG))("%s is refused as %s, in one line and by name", (name, value) => {
    const said = problemsOf({ [name]: value });
    expect(said.split("\n").slice(1)).toEqual([expect.stringMatching(new RegExp(`^  ${name}: `))]);
    if (name !== "COUNTERSIGN_DATA_DIR") expect(said).not.toContain(value);
  });

  test("one message names everything that is wrong", () => {
    const lines = problemsOf(WRONG).split("\n").slice(1);
    expect(lines.map((line) => line.trim().split(":")[0]).toSorted()).toEqual(Object.keys(WRONG).toSorted());
  });

  test("a PostgreSQL address is taken as it is, with its pooler's server and a number of connections", () => {
    expect(readEnv({ COUNTERSIGN_DATABASE_URL: "postgres://u:p@db/x" })).toMatchObject({
      databaseUrl: "postgres://u:p@db/x",
      databaseDirectUrl: null,
      databaseConnections: 10,
    });
    const pooled = { COUNTERSIGN_DATABASE_URL: "postgresql://u@pool/x", COUNTERSIGN_DATABASE_DIRECT_URL: "postgres://u@db/x" };
    expect(readEnv({ ...pooled, COUNTERSIGN_DATABASE_CONNECTIONS: "20" })).toMatchObject({
      databaseDirectUrl: "postgres://u@db/x",
      databaseConnections: 20,
    });
  });

  test.each([
    ["COUNTERSIGN_DATABASE_URL", "postgres://u:secret@db"],
    ["COUNTERSIGN_DATABASE_URL", "postgres:u:secret"],
    ["COUNTERSIGN_DATABASE_DIRECT_URL", "file:secret.db"],
    ["COUNTERSIGN_DATABASE_CONNECTIONS", "1"],
    ["COUNTERSIGN_DATABASE_CONNECTIONS", "secret"],
  ])("%s is refused as %s, by name and without repeating it", (name, value) => {
    expect(problemsOf({ [name]: value })).toContain(`  ${name}: `);
    expect(problemsOf({ [name]: value })).not.toContain("secret");
  });

  test.each([
    ["http://localhost:3000", {}],
    ["http://127.8.9.1", {}],
    ["http://[::1]:3000", {}],
    ["https://countersign.example", {}],
    ["http://countersign.example", { COUNTERSIGN_ALLOW_HTTP: "1" }],
  ])("%s is served", (NEXTAUTH_URL, more) => {
    expect(readEnv({ NEXTAUTH_URL, ...more }).baseUrl).toBe(NEXTAUTH_URL);
  });

  test.each([
    [{ NEXTAUTH_URL: "http://countersign.example" }],
    [{ NEXTAUTH_URL: "http://localhost.evil.example" }],
    [{ HOST: "0.0.0.0" }],
    [{ HOST: "192.168.1.4" }],
  ])("plain http beyond this machine is refused: %o", (source) => {
    expect(problemsOf(source)).toContain("plain http");
  });

  test.each(["https://countersign.example/app", "countersign.example", "ftp://x.example", "https://u:p@x.example"])(
    "an address that is not an origin is refused: %s",
    (NEXTAUTH_URL) => {
      expect(problemsOf({ NEXTAUTH_URL })).toContain("NEXTAUTH_URL");
    },
  );
});
