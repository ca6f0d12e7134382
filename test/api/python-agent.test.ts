import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";

import { apiListener } from "../../lib/api/node-listener";
import { publishedVectors } from "../published-vectors";
import type { ApiUnderTest } from "./api-under-test";
import { anApi } from "./api-under-test";

const PYTHON = "python3";
const HAS_PYTHON = spawnSync(PYTHON, ["--version"]).status === 0;
const PROGRAM = "examples/agent.py";
/** Reads a JSON text a line and prints what RFC 8785 makes of it. */
const CANONICAL = `
import json, sys
sys.path.insert(0, "examples")
sys.dont_write_bytecode = True
from agent import canonical
for line in sys.stdin: print(canonical(json.loads(line)))
`;

/** The example as a person starts it, against an API of its own. */
async function anAgent(): Promise<{ readonly api: ApiUnderTest; readonly printed: Promise<string> }> {
  const api = await anApi("the server's door");
  api.ctx.pass(Date.now() - api.ctx.clock());
  const { key } = await api.agent();
  const server = createServer(apiListener(api.api, api.ctx.log));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, COUNTERSIGN_URL: `http://127.0.0.1:${String(port)}`, COUNTERSIGN_KEY: key };
  const program = spawn(PYTHON, [PROGRAM, "W2378156", "48.00"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  onTestFinished(() => {
    program.kill();
    server.closeAllConnections();
    server.close();
  });
  return { api, printed: once(program, "close").then(() => text) };
}

async function decide(api: ApiUnderTest, decision: object): Promise<void> {
  const person = await api.person("reviewer");
  while (api.api.parts.agentWaits.open === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const [row] = await api.ctx.store.read.queuePage("needs_you", {}, "age", null, 1);
  if (row === undefined) throw new Error("nothing waits");
  const { id, version, digest } = row.state;
  const json = { proposal: id, version, digest, decision, act: { type: "alternative" } };
  await api.send("/people/lease", { person, json: { proposal: id, version } });
  api.ctx.pass(2_000);
  const decided = await api.send("/people/decide", { person, json });
  if (!decided.ok) throw new Error(await decided.text());
  await api.send("/people/release", { person, json: { proposal: id } });
}

test.skipIf(!HAS_PYTHON)("the agent in Python waits for a person, runs what was signed and reports it", async () => {
  const { api, printed } = await anAgent();
  await decide(api, { type: "approve" });
  expect(await printed).toBe("paid 48.00 EUR for W2378156\n");
});

test.skipIf(!HAS_PYTHON)("the agent in Python runs nothing that was rejected", async () => {
  const { api, printed } = await anAgent();
  await decide(api, { type: "reject", reason: { code: "duplicate", text: null } });
  expect(await printed).toMatch(/NotApproved: rejected: .*duplicate/);
});

test.skipIf(!HAS_PYTHON)("the agent in Python canonicalises as the published vectors do", () => {
  const input = [...publishedVectors("digest-input"), '{"a":[1e-7,0.000001,1e21,123456789012345680000,-0.5,1.5e300,100]}'];
  const { stdout } = spawnSync(PYTHON, ["-c", CANONICAL], { input: `${input.join("\n")}\n`, encoding: "utf8" });
  expect(stdout.split("\n").slice(0, -1)).toEqual([
    ...publishedVectors("canonical"),
    '{"a":[1e-7,0.000001,1e+21,123456789012345680000,-0.5,1.5e+300,100]}',
  ]);
});

test("what the page on Python shows is in the program", () => {
  const blocks = Array.from(readFileSync("docs/python.md", "utf8").matchAll(/```python\n(.*?)```/gs), ([, code = ""]) => code);
  const program = readFileSync(PROGRAM, "utf8");
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of blocks) expect(program).toContain(block);
});
