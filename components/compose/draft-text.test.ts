import { describe, expect, it } from "vitest";

import { draftText } from "./draft-text";

const EMPTY = { name: "crm.update", args: "{}", system: "", environment: "", resource: "", before: "", after: "", rationale: "" };

describe("a proposal composed by hand", () => {
  it("carries what was typed as JSON exactly as it was typed", () => {
    expect(draftText({ ...EMPTY, args: '{"a":1,"a":2}' })).toBe('{"action":{"name":"crm.update","arguments":{"a":1,"a":2}}}');
  });

  it("leaves out what was left empty", () => {
    expect(JSON.parse(draftText(EMPTY))).toEqual({ action: { name: "crm.update", arguments: {} } });
  });

  it("names its target, its records and its reason", () => {
    const text = draftText({ ...EMPTY, system: "CRM", before: '{"x":1}', after: '{"x":2}', rationale: 'they asked "now"' });
    expect(JSON.parse(text)).toMatchObject({
      target: { system: "CRM" },
      before: { x: 1 },
      after: { x: 2 },
      rationale: 'they asked "now"',
    });
  });
});
