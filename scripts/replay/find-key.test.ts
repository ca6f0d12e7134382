import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";

import { adminSocketPath, startAdminSocket } from "../../lib/auth/admin-socket";
import { authenticateAgent } from "../../lib/auth/authenticate-agent";
import { revokeKey } from "../../lib/services/keys/revoke-key";
import type { TestContext } from "../../test/context";
import { COMMAND_LINE, aContext, ledgerTypes } from "../../test/context";
import { findKey } from "./find-key";

const NOBODY = { given: undefined, environment: undefined, agent: "gpt-4o" };

/** A server as far as this goes: a socket beside its data, and a door that knows its own keys. */
async function aServer(): Promise<{ readonly ctx: TestContext; readonly dataDir: string; readonly url: string }> {
  const ctx = await aContext();
  const dataDir = mkdtempSync(path.join(tmpdir(), "replay-"));
  const stop = await startAdminSocket(ctx, adminSocketPath(dataDir) ?? "");
  const door = createServer((request, response) => {
    authenticateAgent(ctx, request.headers.authorization ?? null).then(
      () => response.end("{}"),
      () => response.writeHead(401).end("{}"),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = door.address() as AddressInfo;
  onTestFinished(async () => {
    door.close();
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { ctx, dataDir, url: `http://127.0.0.1:${String(port)}` };
}

it("without a key the server of this machine makes one for the recorded agent", async () => {
  const { ctx, dataDir, url } = await aServer();
  const found = await findKey({ ...NOBODY, url, dataDirs: [dataDir] });
  expect(found?.from).toMatch(/^a new key key_\w+ for the agent gpt-4o/);
  expect(await authenticateAgent(ctx, `Bearer ${found?.key ?? ""}`)).toMatchObject({ agentName: "gpt-4o" });
  expect(found?.from).not.toContain(found?.key);
});

it("the next replay uses that key again, and has another made once it works no longer", async () => {
  const { ctx, dataDir, url } = await aServer();
  const first = await findKey({ ...NOBODY, url, dataDirs: [dataDir] });
  const again = await findKey({ ...NOBODY, url, dataDirs: [dataDir] });
  expect(again?.key).toBe(first?.key);
  expect(again?.from).toContain("an earlier replay");
  expect((await findKey({ ...NOBODY, agent: "other", url, dataDirs: [dataDir] }))?.key).not.toBe(first?.key);
  const [kept] = readdirSync(dataDir).filter((file) => file.startsWith("replay-key-"));
  expect(statSync(path.join(dataDir, kept ?? "")).mode & 0o777).toBe(0o600);
  const { keyId } = await authenticateAgent(ctx, `Bearer ${first?.key ?? ""}`);
  await revokeKey(ctx, COMMAND_LINE, { keyId });
  const fresh = await findKey({ ...NOBODY, url, dataDirs: [dataDir] });
  expect(fresh?.from).toMatch(/^a new key/);
  expect((await findKey({ ...NOBODY, url, dataDirs: [dataDir] }))?.key).toBe(fresh?.key);
});

it("a key that was given comes before the environment’s, and either before a new one", async () => {
  const { ctx, dataDir, url } = await aServer();
  const before = await ledgerTypes(ctx);
  expect((await findKey({ ...NOBODY, given: "one", environment: "two", url, dataDirs: [dataDir] }))?.key).toBe("one");
  expect((await findKey({ ...NOBODY, environment: "two", url, dataDirs: [dataDir] }))?.key).toBe("two");
  expect(await ledgerTypes(ctx)).toEqual(before);
});

it("no key is made for a server on another machine, and none of another server’s is used", async () => {
  const [{ ctx, dataDir }, other] = [await aServer(), await aServer()];
  const before = await ledgerTypes(ctx);
  expect(await findKey({ ...NOBODY, url: "https://countersign.example", dataDirs: [dataDir] })).toBeNull();
  expect(await ledgerTypes(ctx)).toEqual(before);
  expect(await findKey({ ...NOBODY, url: other.url, dataDirs: [dataDir] })).toBeNull();
});

it("where no server listens there is none", async () => {
  expect(await findKey({ ...NOBODY, url: "http://127.0.0.1:9", dataDirs: ["/nonexistent"] })).toBeNull();
});
