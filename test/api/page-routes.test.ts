import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

import * as ledgerExport from "../../app/(dashboard)/ledger/export/route";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import type { Role } from "../../lib/domain/words";
import type { TestContext } from "../context";
import { aContext, aPerson, ledgerTypes } from "../context";

const SECRET = "a secret of at least thirty-two characters";
/** The doors of the API and of signing in, which have tests of their own. */
const ELSEWHERE = ["app/api/auth/[...nextauth]/route.ts", "app/api/v1/[[...path]]/route.ts"];

type Handler = (request: Request) => Promise<Response>;

/** Every other file that answers at an address of its own, with what it answers to: one without a row here is found below. */
const HANDLERS: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  "app/(dashboard)/ledger/export/route.ts": ledgerExport,
};

async function aDesk() {
  const ctx = await aContext();
  Object.assign(globalThis, { [Symbol.for("countersign.runtime")]: Promise.resolve({ ctx, sessionSecret: SECRET }) });
  return ctx;
}

async function asking(ctx: TestContext, how: { readonly as: Role | null; readonly origin?: string }): Promise<Request> {
  const actor = how.as === null ? null : await aPerson(ctx, how.as);
  const token = actor === null ? "" : await sealSession({ personId: actor.personId, sessionId: actor.sessionId }, SECRET);
  return new Request(`${ctx.baseUrl}/somewhere`, {
    method: "POST",
    headers: { origin: how.origin ?? ctx.baseUrl, cookie: `${sessionCookieName(ctx.baseUrl)}=${token}` },
  });
}

test("every file that answers at an address of its own is tested here or as a door", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" });
  const found = files.filter((file) => /^route\.tsx?$/.test(path.basename(file))).map((file) => `app/${file}`);
  expect(found.sort()).toEqual([...ELSEWHERE, ...Object.keys(HANDLERS)].sort());
});

describe.each(Object.entries(HANDLERS))("%s", (_file, methods) => {
  test("answers no GET, which the framework would answer HEAD with too: nothing changes by following a link", () => {
    // The framework refuses with 405 what a handler does not export.
    expect(Object.keys(methods)).toEqual(["POST"]);
  });

  test("authorises for itself: nobody, the wrong role and another site’s page are refused and leave no trace", async () => {
    const ctx = await aDesk();
    const post = methods["POST"];
    if (post === undefined) throw new Error("it answers a POST");
    const refused = [
      await post(await asking(ctx, { as: null })),
      await post(await asking(ctx, { as: "reviewer" })),
      await post(await asking(ctx, { as: "admin", origin: "https://elsewhere.example" })),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 403, 403]);
    expect(await ledgerTypes(ctx)).toEqual([]);
  });
});

test("an export of the record is the last entry of what it holds", async () => {
  const ctx = await aDesk();
  const answer = await ledgerExport.POST(await asking(ctx, { as: "auditor" }));
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="countersign-ledger-/);
  const lines = (await answer.text()).trimEnd().split("\n");
  expect(lines.at(-2)).toContain("ledger.exported");
  expect(await ledgerTypes(ctx)).toEqual(["ledger.exported"]);
});
