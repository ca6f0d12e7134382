import { describe, expect, test } from "vitest";
import { EnvError, readEnv } from "./env";

function problemsOf(source: Record<string, string>): string {
  try {
    readEnv(source);
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

  test("one message names everything that is wrong", () => {
    const said = problemsOf({
      PORT: "70000",
      COUNTERSIGN_DATABASE_URL: "mysql://x",
      NEXTAUTH_URL: "http://countersign.example",
      NEXTAUTH_SECRET: "short",
      COUNTERSIGN_ALLOW_HTTP: "perhaps",
    });
    for (const name of ["PORT", "COUNTERSIGN_DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "COUNTERSIGN_ALLOW_HTTP"]) {
      expect(said).toContain(`  ${name}: `);
    }
    expect(said).not.toContain("short");
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
