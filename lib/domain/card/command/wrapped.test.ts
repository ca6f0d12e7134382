import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardFacts } from "../facts-for-policy";
import { cardInput } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(fields: JsonObject): Card {
  return readCard(cardInput("command", { action: "shell.run", arguments: fields }));
}

const LOOKS = "Nothing to undo: it only looks";

describe("a word that says how a command is run, and runs another one", () => {
  it.each([
    "env -S'rm -rf /srv/data' ls",
    "env --split-string='rm -rf /srv/data' ls",
    "bash /tmp/run.sh -c ls",
    "bash --rcfile /tmp/run -ic ls",
    "bash --init-file /tmp/run -c ls",
    "bash -ic ls",
    "sh -c -i ls",
    "exec -a ls /tmp/run",
    "nice --adjustment=5 -x ls",
    "sudo --chroot=/tmp/other ls",
    "ssh -F /tmp/config db-1 ls",
    "ssh -I /tmp/lib.so db-1 ls",
    "ssh -o PKCS11Provider=/tmp/lib.so db-1 ls",
    "ssh -R 0.0.0.0:5432:db:5432 out.example 'sleep 86400'",
    "ssh -NL 8080:db:5432 out.example 'sleep 86400'",
    "ssh -o RemoteForward=5432 out.example 'sleep 86400'",
    "su root -c ls",
  ])("is never a look: %s", (command) => {
    const card = cardOf({ command });
    expect(card.undo).not.toBe(LOOKS);
    expect(card.fullyReadable).toBe(false);
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("deep");
  });

  it.each([
    "env ls",
    "env -i A=1 ls",
    "env -u A ls",
    "nice -n 5 ls",
    "nohup ls",
    "time -p ls",
    "exec ls",
    "bash -c ls",
    "bash -lc ls",
    "bash -euo pipefail -c ls",
    "sudo -n ls",
    "ssh -p 22 -i key -o StrictHostKeyChecking=yes web-1 ls",
    "ssh -t web-1 ls",
  ])("is still one where its words are known: %s", (command) => {
    expect(cardOf({ command }).undo).toBe(LOOKS);
  });
});

describe("who a command runs as", () => {
  it.each([
    ["ssh root@db-1 uptime", "root"],
    ["ssh -l root db-1 uptime", "root"],
    ["ssh -lroot db-1 uptime", "root"],
    ["ssh deploy@db-1 sudo uptime", "root"],
    ["su - postgres -c ls", "postgres"],
  ])("is said where it is named: %s", (command, user) => {
    const card = cardOf({ command });
    expect(cardFacts(card).failedChecks).toContain("identity");
    expect(card.checks.find(({ id }) => id === "identity")?.because).toContain(user);
  });
});

describe("a list of texts", () => {
  it("is a script of lines where it is called one", () => {
    const card = cardOf({ script: ["ls", "rm -rf /srv/data"] });
    expect(headlineText(card)).toBe("Delete /srv/data, and 1 more step (production)");
    expect(cardFacts(card).failedChecks).toContain("recursive");
  });

  it.each<JsonObject>([
    { argv: ["ls", "; rm -rf /srv/data"], shell: true },
    { command: "ls", args: ["-la", "; rm -rf /srv/data"], use_shell: true },
  ])("is one line where a shell gets it: %j", (fields) => {
    expect(headlineText(cardOf(fields))).toBe("Delete /srv/data, and 1 more step (production)");
  });

  it("is exact words otherwise", () => {
    expect(headlineText(cardOf({ argv: ["ls", "; rm -rf /srv/data"] }))).toBe("Look at ; rm -rf /srv/data (production)");
    expect(headlineText(cardOf({ argv: ["ls", "a"], shell: false }))).toBe("Look at a (production)");
  });
});
