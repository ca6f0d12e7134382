import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import * as z from "zod";

import { apiListener } from "../lib/api/node-listener";
import { adminSocketPath, startAdminSocket } from "../lib/auth/admin-socket";
import { ProposalInput } from "../lib/contract/proposal";
import { SCOPES } from "../lib/domain/agent-key";
import { isId } from "../lib/domain/ids";
import type { ApiUnderTest } from "../test/api/api-under-test";
import { anApi } from "../test/api/api-under-test";
import type { Ended } from "../test/run-script";
import { runScript } from "../test/run-script";

/** What `key create --json` prints. */
const MadeKey = z.strictObject({
  key: z.string().startsWith("cs_live_"),
  keyId: z.string().startsWith("key_"),
  agentId: z.string().startsWith("agt_"),
  agent: z.string(),
  scopes: z.array(z.string()),
});

interface Running {
  readonly api: ApiUnderTest;
  readonly url: string;
  readonly folder: string;
  /** Runs a program beside the server, as its own user does. */
  readonly run: (script: string, ...args: readonly string[]) => Promise<Ended>;
}

/** A server with its socket for the command line, in this very process. */
async function aServer(): Promise<Running> {
  const api = await anApi("the server's door");
  api.ctx.pass(Date.now() - api.ctx.clock());
  const folder = mkdtempSync(path.join(tmpdir(), "driven-"));
  const stop = await startAdminSocket(api.ctx, adminSocketPath(folder) ?? "");
  const server = createServer(apiListener(api.api, api.ctx.log));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await stop();
    rmSync(folder, { recursive: true });
  });
  const own = { COUNTERSIGN_DATA_DIR: folder, COUNTERSIGN_DATABASE_URL: `file:${path.join(folder, "unused.db")}` };
  const run = (script: string, ...args: readonly string[]) => runScript(`scripts/${script}.ts`, args, own);
  return { api, url: `http://127.0.0.1:${String(port)}`, folder, run };
}

/** A recorded read of a made-up airline that failed, with all that was recorded for measuring. */
function aRead(run: string, step: number, reservation: string): object {
  const call = { domain: "airline", run, step, tool: "get_reservation_details", args: { reservation_id: reservation } };
  const measured = { label: "LABEL-CANARY", failed: true, result: "RESULT-CANARY" };
  return { agent: "recorded", ...call, write: false, before: null, after: null, conversation: null, ...measured };
}

/** What was sent to the server, in the order of its record. */
async function sentTo({ ctx }: ApiUnderTest): Promise<readonly { readonly step: string; readonly raw: string }[]> {
  const sent: { readonly step: string; readonly raw: string }[] = [];
  const rows = await ctx.store.read.ledgerAfter(0, 1000);
  for (const id of new Set(rows.map(({ subject }) => subject))) {
    const found = id !== null && isId("proposal", id) ? await ctx.store.read.proposal(id) : null;
    if (found === null) continue;
    const raw = found.version.raw ?? "";
    const { run } = ProposalInput.parse(JSON.parse(raw));
    sent.push({ step: `${run?.id ?? ""} ${String(run?.step)}`, raw });
  }
  return sent;
}

it("other tools make a key, put a policy into force and replay a recording, by what is printed and how it ends", async () => {
  const { api, url, folder, run } = await aServer();
  const [created, set] = await Promise.all([
    run("admin", "key", "create", "--agent", "airline-support", "--json"),
    run("admin", "policy", "set", "examples/airline-policy.json"),
  ]);
  expect(created).toMatchObject({ code: 0, said: "" });
  // One line and nothing beside it: a tool parses all that is printed.
  const made = MadeKey.parse(JSON.parse(created.printed));
  expect(created.printed).toBe(`${JSON.stringify(made)}\n`);
  expect(made).toMatchObject({ agent: "airline-support", scopes: SCOPES });
  expect(set).toMatchObject({ code: 0, said: "" });
  expect(set.printed).toMatch(/^version 2 is in force in place of version 1:\n/);

  const recording = path.join(folder, "calls.jsonl");
  const calls = [aRead("one", 1, "4WQ150"), aRead("one", 2, "VAAOXJ"), aRead("two", 1, "PGAGLM"), aRead("two", 2, "TOOMANY")];
  writeFileSync(recording, calls.map((call) => `${JSON.stringify(call)}\n`).join(""));
  const replay = [recording, "--url", url, "--key", made.key, "--limit", "3", "--concurrency", "2"];
  const played = await run("replay", ...replay);
  expect(played).toEqual({
    code: 0,
    said: "",
    printed:
      "the key of --key; version 2 of the policy is in force\n" +
      "\n3 of 3 calls\ntreatment\n      3  read: auto\nend\n      3  ran, failed\n",
  });
  const sent = await sentTo(api);
  const steps = sent.map(({ step }) => step);
  expect(steps.toSorted()).toEqual(["one 1", "one 2", "two 1"]);
  expect(steps.indexOf("one 1")).toBeLessThan(steps.indexOf("one 2"));
  for (const { raw } of sent) expect(raw).not.toContain("CANARY");
  expect(existsSync(path.join(folder, "unused.db"))).toBe(false);
});
