import { describe, expect, test } from "vitest";
import type { AgentId } from "../lib/domain/ids";
import { anAgent, aRecord, aVersion } from "../test/builders";
import { recentReads } from "./recent-reads.sqlite";
import type { LedgerRow, VersionRecord } from "./store/types";

const ONE = anAgent(1).id;
const OTHER = anAgent(2).id;

function row(type: string, agentId: AgentId | null): LedgerRow {
  return { seq: 1, at: 0, type, subject: null, agentId, entry: "", hash: "" };
}

/** Look-ups that answer what they are told, and count how often they are asked. */
function under(raw = "{}") {
  let version: VersionRecord | null = aVersion(aRecord(), { raw });
  const asked: string[] = [];
  const recent = recentReads({
    lastApproved: (agentId, actionName) => {
      asked.push(`${agentId} ${actionName}`);
      return Promise.resolve(version);
    },
    observation: () => Promise.resolve(null),
    runRefused: (_agentId, runId) => {
      asked.push(runId);
      return Promise.resolve(runId === "run-2");
    },
    usualFigures: (_agentId, _actionName, unit) => {
      asked.push(unit);
      return Promise.resolve(null);
    },
  });
  return {
    asked,
    refused: (runId: string) => recent.reads.runRefused(ONE, runId),
    usual: (unit: string) => recent.reads.usualFigures(ONE, "crm.update", unit),
    committed: (rows: readonly LedgerRow[]) => {
      recent.committed(rows);
    },
    approve: (next: VersionRecord | null) => {
      version = next;
    },
    last: (agentId: AgentId = ONE, actionName = "crm.update") => recent.reads.lastApproved(agentId, actionName),
  };
}

describe("a look-up that comes before every proposal", () => {
  test("is made once while nothing but new proposals is committed", async () => {
    const { last, asked, committed } = under();
    const first = await last();
    committed([row("proposal.proposed", ONE)]);
    expect(await last()).toBe(first);
    expect(asked).toHaveLength(1);
  });

  test("is made anew for an agent of which anything else was committed, and for no other", async () => {
    const { last, asked, committed, approve } = under();
    await last();
    await last(OTHER);
    approve(null);
    committed([row("proposal.proposed", ONE), row("proposal.released", ONE)]);
    expect(await last()).toBeNull();
    expect(await last(OTHER)).not.toBeNull();
    expect(asked).toHaveLength(3);
  });

  test("of usual figures is made once for each unit, and anew once one more was approved", async () => {
    const { usual, asked, committed } = under();
    for (const unit of ["money EUR", "money JPY", "money EUR"]) await usual(unit);
    expect(asked).toEqual(["money EUR", "money JPY"]);
    committed([row("proposal.released", ONE)]);
    await usual("money EUR");
    expect(asked).toHaveLength(3);
  });

  test("of refusals in a run is made once for each run, and anew once something was blocked", async () => {
    const { refused, asked, committed } = under();
    const answers = [await refused("run-1"), await refused("run-2"), await refused("run-1"), await refused("run-2")];
    expect(answers).toEqual([false, true, false, true]);
    expect(asked).toEqual(["run-1", "run-2"]);
    committed([row("proposal.proposed", ONE), row("proposal.blocked", ONE)]);
    await refused("run-1");
    expect(asked).toHaveLength(3);
  });

  test("is made anew for all after a commit that names no agent", async () => {
    const { last, asked, committed } = under();
    await last();
    await last(OTHER);
    committed([row("policy.saved", null)]);
    await last();
    await last(OTHER);
    expect(asked).toHaveLength(4);
  });

  test("is not kept when something was committed while it was made", async () => {
    const { last, asked, committed } = under();
    const reading = last();
    committed([row("proposal.released", ONE)]);
    await reading;
    await last();
    expect(asked).toHaveLength(2);
  });

  test("keeps no payload that is long", async () => {
    const { last, asked } = under("x".repeat(10_000));
    await last();
    await last();
    expect(asked).toHaveLength(2);
  });

  test("keeps a bounded number of answers", async () => {
    const { last, asked } = under();
    for (let index = 0; index < 1_001; index += 1) await last(ONE, `crm.update.${String(index)}`);
    await last(ONE, "crm.update.0");
    expect(asked).toHaveLength(1_002);
  });
});
