import { describe, expect, it } from "vitest";

import { counterpartOf } from "./counterpart";

const call = (args: Record<string, string>, url?: string) => ({
  action: { name: "tool.call", arguments: args },
  target: url === undefined ? null : { url },
});

describe("who an action reaches", () => {
  it("is its recipients where it names any, in one order and one case", () => {
    expect(counterpartOf(call({ to: "B@x.example, a@x.example" }), "email")).toBe("a@x.example,b@x.example");
  });

  it("is otherwise every host in its arguments and of its target", () => {
    expect(counterpartOf(call({ note: "see https://one.example/a" }, "https://two.example/api"), "tool")).toBe(
      "one.example,two.example",
    );
  });

  it("is another one where only the target’s host is another", () => {
    const at = (host: string) => counterpartOf(call({ id: "c_1" }, `https://${host}/api`), "tool");
    expect(at("crm.example")).not.toBe(at("crm.evil.example"));
  });

  it("is nobody where neither is named", () => {
    expect(counterpartOf(call({ id: "c_1" }), "tool")).toBeNull();
  });
});
