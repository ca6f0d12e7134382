import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes } from "../../../test/context";
import { createAgent } from "../agents/create-agent";
import { loadLiveSettings } from "../settings/live-settings";
import { setWorkspace } from "../settings/set-workspace";
import { clearStop } from "./clear-stop";
import { listStops } from "./list-stops";
import { setStop } from "./set-stop";

const REASON = "refunds look wrong since noon";

describe("a kill switch", () => {
  it("is in force when the call is answered, is told to every screen, and survives a restart", async () => {
    const ctx = await aContext();
    const reviewer = await aPerson(ctx, "reviewer", "Grace");
    const told: string[] = [];
    ctx.hub.onAny((message) => told.push(message.type));
    await setStop(ctx, reviewer, { scope: "kind:payment", reason: REASON });
    expect(ctx.live.stops).toEqual(new Set(["kind:payment"]));
    expect(told).toEqual(["stops"]);
    ctx.live.stops = new Set();
    await loadLiveSettings(ctx);
    expect(ctx.live.stops).toEqual(new Set(["kind:payment"]));
    expect(await listStops(ctx, reviewer)).toMatchObject([{ scope: "kind:payment", byName: "Grace", reason: REASON }]);
  });

  it("is turned on by a reviewer and turned off only by an admin, who says why", async () => {
    const ctx = await aContext();
    const [reviewer, admin, auditor] = [
      await aPerson(ctx, "reviewer"),
      await aPerson(ctx, "admin"),
      await aPerson(ctx, "auditor"),
    ];
    expect(await codeOf(setStop(ctx, auditor, { scope: "all", reason: REASON }))).toBe("forbidden");
    await setStop(ctx, reviewer, { scope: "all", reason: REASON });
    expect(await codeOf(clearStop(ctx, reviewer, { scope: "all", reason: "fixed" }))).toBe("forbidden");
    expect(await codeOf(clearStop(ctx, admin, { scope: "all", reason: " " }))).toBe("reason_required");
    await clearStop(ctx, admin, { scope: "all", reason: "fixed" });
    expect(ctx.live.stops.size).toBe(0);
    expect(await ledgerTypes(ctx)).toEqual(["stop.set", "stop.cleared"]);
  });

  it("turned on twice keeps its first reason, and says so once in the record", async () => {
    const ctx = await aContext();
    const admin = await aPerson(ctx, "admin");
    await setStop(ctx, admin, { scope: "all", reason: REASON });
    expect(await setStop(ctx, admin, { scope: "all", reason: "another reason" })).toMatchObject({ reason: REASON });
    expect(await ledgerTypes(ctx)).toEqual(["stop.set"]);
  });

  it("names everything, a known kind or an agent's id, and nothing else", async () => {
    const ctx = await aContext();
    const admin = await aPerson(ctx, "admin");
    const agent = await createAgent(ctx, COMMAND_LINE, { name: "refund-bot" });
    for (const scope of ["all", "kind:email", `agent:${agent.id}`]) {
      expect(await codeOf(setStop(ctx, admin, { scope, reason: REASON }))).toBe("accepted");
    }
    for (const scope of ["", "ALL", "kind:", "kind:money", "agent:refund-bot", `agent:${admin.personId}`, "all:all", "agent"]) {
      expect(await codeOf(setStop(ctx, admin, { scope, reason: REASON }))).toBe("invalid_request");
    }
  });

  it("of many set and cleared at once, those that the database has are in force", async () => {
    const ctx = await aContext();
    const admin = await aPerson(ctx, "admin");
    const scopes = ["all", "kind:email", "kind:payment", "kind:sql", "kind:code"];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const input = { scope: scopes[index % scopes.length] ?? "all", reason: REASON };
        return index % 3 === 0 ? clearStop(ctx, admin, input) : setStop(ctx, admin, input);
      }),
    );
    const on = (await ctx.store.read.stops()).map((stop) => stop.scope);
    expect(ctx.live.stops).toEqual(new Set(on));
  });
});

describe("a workspace", () => {
  it("is not called one person's while several could sign", async () => {
    const ctx = await aContext();
    const admin = await aPerson(ctx, "admin");
    expect(await setWorkspace(ctx, admin, { mode: "alone", name: "Bureau" })).toEqual({ mode: "alone", name: "Bureau" });
    expect(ctx.live.workspace).toBe("alone");
    await setWorkspace(ctx, admin, { mode: "team", name: "Bureau" });
    const reviewer = await aPerson(ctx, "reviewer");
    expect(await codeOf(setWorkspace(ctx, admin, { mode: "alone", name: "Bureau" }))).toBe("invalid_request");
    expect(await codeOf(setWorkspace(ctx, reviewer, { mode: "team", name: "Mine" }))).toBe("forbidden");
    expect(ctx.live.workspace).toBe("team");
  });
});
