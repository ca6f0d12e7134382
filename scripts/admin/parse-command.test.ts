import { describe, expect, it } from "vitest";

import { parseCommand, UsageError } from "./parse-command";

const parse = (line: string) => parseCommand(line.split(" ").filter((word) => word !== ""));

describe("the command line", () => {
  it.each([
    ["", { type: "help" }],
    ["user create --help", { type: "help" }],
    [
      "user create --email a@b.c --name Ada --role auditor --password=-x",
      { type: "user.create", email: "a@b.c", name: "Ada", role: "auditor", password: "-x" },
    ],
    ["key create --agent bot", { type: "key.create", agent: "bot", label: "command line", scopes: null, json: false }],
    [
      "key create --json --scopes propose,read --agent bot --label ci",
      { type: "key.create", agent: "bot", label: "ci", scopes: ["propose", "read"], json: true },
    ],
    ["policy set dir/a.json", { type: "policy.set", file: "dir/a.json", note: "from a.json" }],
    ["policy set a.json --note why", { type: "policy.set", file: "a.json", note: "why" }],
    ["policy second-admin from-two", { type: "policy.second_admin", rule: "from_two" }],
    ["ledger verify", { type: "ledger.verify", file: null }],
    ["ledger verify a.jsonl", { type: "ledger.verify", file: "a.jsonl" }],
    ["ledger export a.jsonl", { type: "ledger.export", file: "a.jsonl" }],
    ["backup a.db", { type: "backup", file: "a.db" }],
    ["restore a.db", { type: "restore", file: "a.db" }],
    ["migrate-to postgres://db/x", { type: "migrate-to", url: "postgres://db/x" }],
  ])("understands: %s", (line, command) => {
    expect(parse(line)).toEqual(command);
  });

  it.each([
    ["usr create", /`usr create` is not a command/],
    ["user", /there is user create/],
    ["user delete", /there is user create/],
    ["user create --email a@b.c --name Ada --role boss --password x", /--role must be one of reviewer, admin, auditor/],
    ["user create --email a@b.c --name Ada --role admin", /--password is missing/],
    ["user create --email", /--email/],
    ["user create --email a@b.c --name Ada Lovelace --role admin --password x", /`Lovelace` is one word too many/],
    ["key create --agent bot --scope read", /unknown option '--scope'/],
    ["key create --agent bot --scopes decide", /does not know `decide`/],
    ["key create --agent bot --scopes ,", /--scopes is empty/],
    ["key create", /--agent is missing/],
    ["backup", /name one file/],
    ["policy set", /name one file/],
    ["policy second-admin off", /say never, from-two or always/],
    ["policy", /policy set, policy second-admin/],
    ["migrate-to", /name one address/],
    ["backup a b", /`b` is one word too many/],
    ["backup --force a", /unknown option '--force'/],
    ["ledger", /ledger verify, ledger export/],
  ])("says what is wrong with: %s", (line, says) => {
    expect(() => parse(line)).toThrow(says);
    expect(() => parse(line)).toThrow(UsageError);
  });
});
