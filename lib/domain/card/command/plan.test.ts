import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { spansText } from "../headline-text";
import { readCard } from "../read-card";

function read(more: JsonObject, before: JsonObject = {}, command = "terraform apply"): Card {
  return readCard(cardInput("command", { action: "shell.run", arguments: { command, ...more }, before }));
}

function factOf(card: Card, label: string): string | null {
  const found = card.facts.find((fact) => fact.label === label);
  return found === undefined ? null : `${spansText(found.value)} (${found.note ?? ""})`;
}

function rows(card: Card): readonly string[] {
  if (card.diff?.type !== "fields") return [];
  return card.diff.rows.map(({ field, change, before, after }) => `${change} ${field}: ${spansText([...before, ...after])}`);
}

const TEXT = [
  "  # aws_s3_bucket.logs will be created",
  "  # aws_db_instance.main must be replaced",
  '-/+ resource "aws_db_instance" "main" {',
  '      ~ engine_version = "13" -> "14" # forces replacement',
  "  # aws_iam_user.old will be destroyed",
  "  # (because aws_iam_user.old is not in configuration)",
  "Plan: 2 to add, 0 to change, 2 to destroy.",
].join("\n");

describe("a plan that was sent", () => {
  it.each<[string, JsonObject, string | null]>([
    ["its last line", { plan: "Plan: 1 to add, 0 to change, 1 to destroy." }, "+1 ~0 −1 (as sent)"],
    ["its figures", { plan: { create: 1, update: 2, delete: 3 } }, "+1 ~2 −3 (as sent)"],
    ["its whole text", { plan: TEXT }, "+2 ~0 −2 (1 replaced, as sent)"],
    ["words", { plan: "nothing much" }, null],
  ])("is three figures by %s", (_, more, text) => {
    expect(factOf(read(more), "Planned")).toBe(text);
  });

  it("that says nothing else is no other argument; one that does is shown whole", () => {
    expect(rows(read({ plan: { create: 1, destroy: 0 } }))).toEqual([]);
    expect(rows(read({ plan: { create: 1, also: "x" } }))).toEqual(
      ["added plan create: 1", "added plan also: x"].toSorted().toReversed(),
    );
    expect(rows(read({ plan: TEXT })).at(-1)).toContain("added plan:");
  });

  it("names what is replaced and destroyed first, each with its reason", () => {
    expect(rows(read({}, { plan: TEXT }))).toEqual([
      "removed aws_db_instance.main: −/+ engine_version",
      "removed aws_iam_user.old: − because aws_iam_user.old is not in configuration",
      "added aws_s3_bucket.logs: +",
    ]);
  });

  it("is read as programs write it for others", () => {
    const change = (address: string, ...actions: readonly string[]): JsonObject => ({
      address,
      change: { actions: [...actions] },
    });
    const plan = {
      resource_changes: [
        change("a", "no-op"),
        change("b", "update"),
        { ...change("c", "delete", "create"), action_reason: "replace_because_tainted" },
      ],
    };
    const card = read({}, { plan });
    expect(rows(card)).toEqual(["removed c: −/+ replace because tainted", "changed b: ~"]);
    expect(factOf(card, "Planned")).toBe("+1 ~1 −1 (1 replaced, as sent)");
  });

  it("never folds what goes as if it were like the rest", () => {
    const gone = Array.from({ length: 9 }, (_, at) => ({ address: `r${String(at)}`, change: { actions: ["delete"] } }));
    expect(read({}, { plan: { resource_changes: gone } }).diff?.more).toEqual({ count: 3, unlike: 3 });
  });
});

describe("what else was sent of a command", () => {
  it("is how long something is away, once", () => {
    const card = read({ expected_downtime: "2 min" }, {}, "systemctl restart nginx");
    expect(factOf(card, "Downtime")).toBe("2 min (as sent)");
    expect(card.diff).toBeNull();
  });

  it("is the way back where the card knows none, and not in place of one that it knows", () => {
    const more = { rollback: "terraform apply old.tfplan" };
    expect(read(more, {}, "terraform apply").undo).toBe("Rolled back by, as sent: terraform apply old.tfplan");
    expect(read(more, {}, "kubectl rollout restart deployment/api -n production").undo).not.toContain("as sent");
  });
});
