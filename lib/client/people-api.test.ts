import { afterEach, expect, test, vi } from "vitest";

import { peopleApi } from "./people-api";

const DECISION = {
  proposal: "prp_1",
  version: 1,
  digest: "sha256:0",
  decision: { type: "approve" },
  act: { type: "key" },
} as const;

/** A server that answers when it is told to; what has reached it, in its order. */
function aSlowServer() {
  const reached: string[] = [];
  const waiting: (() => void)[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    reached.push(address.slice(address.lastIndexOf("people/") + "people/".length));
    return new Promise<Response>((resolve) => {
      waiting.push(() => {
        resolve(Response.json({}));
      });
    });
  });
  return { reached, answer: () => waiting.shift()?.() };
}

/** Everything that had to happen by now has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a card is given back only after the decision on it was answered: the server counts for how long it was open", async () => {
  const { reached, answer } = aSlowServer();
  const sent = [peopleApi.decide(DECISION), peopleApi.dropLease("prp_1")];
  await settled();
  expect(reached).toEqual(["decide"]);
  answer();
  await settled();
  expect(reached).toEqual(["decide", "lease/release"]);
  answer();
  await Promise.all(sent);
});

test("a decision that was lost on its way keeps no card from being given back", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("gone")));
  await expect(peopleApi.decide(DECISION)).rejects.toMatchObject({ code: "unavailable" });
  const { reached, answer } = aSlowServer();
  const given = peopleApi.dropLease("prp_1");
  await settled();
  expect(reached).toEqual(["lease/release"]);
  answer();
  await given;
});
