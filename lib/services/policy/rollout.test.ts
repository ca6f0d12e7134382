import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes } from "../../../test/context";
import { emptyPostgres } from "../../../test/postgres/empty-postgres";
import { drawnBy, LOOSE, MANY, ranByNew, rollingOut, STRICT, withCell } from "../../../test/rolling-out";
import { fileFinding } from "../file-finding";
import { runDueWork } from "../run-due-work";
import { loadLiveSettings } from "../settings/live-settings";
import { clearStop } from "../stops/clear-stop";
import { setStop } from "../stops/set-stop";
import { approvePolicyChange } from "./agree-to-change";
import { listPolicies } from "./read-policies";
import { readRolloutFor } from "./read-rollout";
import { savePolicy } from "./save-policy";
import { steerRollout } from "./steer-rollout";

const DAY = 86_400_000;

describe.each([
  ["SQLite", undefined],
  ["PostgreSQL", emptyPostgres],
])("on %s", (_name, open) => {
  describe("a version that takes effect in stages", () => {
    it("judges a share that grows with time, keeps what it has judged once, and at last judges everything", async () => {
      const { ctx, versions } = await rollingOut(open);
      const tenth = drawnBy(await versions());
      expect(drawnBy(await versions())).toEqual(tenth);
      ctx.pass(DAY);
      const half = drawnBy(await versions());
      expect(half.size).toBeGreaterThan(tenth.size);
      expect(half.size).toBeLessThan(MANY);
      expect([...tenth].every((item) => half.has(item))).toBe(true);
      ctx.pass(DAY);
      expect(drawnBy(await versions()).size).toBe(MANY);
    });

    it("is named with the share in the derivation of what it judged, and so is the version before", async () => {
      const setting = await rollingOut(open);
      const found = await setting.ctx.store.read.proposal(await ranByNew(setting));
      expect(found?.version.assessment.risk.reasons[0]).toEqual({
        source: "rollout",
        says: "version 3 takes effect in stages: version 3 judges 10 %",
        words: { says: { key: "rollout.share", values: { next: 3, by: 3, percent: "10" } } },
      });
    });

    it("is judged the same after a restart", async () => {
      const { ctx, versions } = await rollingOut(open);
      const before = await versions();
      ctx.live.rollout = null;
      await loadLiveSettings(ctx);
      expect(await versions()).toEqual(before);
    });

    it("is over when its time has come, whether or not anything ran meanwhile, and the record says so", async () => {
      const { ctx, ada } = await rollingOut(open);
      ctx.pass(3 * DAY);
      expect(await readRolloutFor(ctx, ada)).toBeNull();
      await runDueWork(ctx);
      expect((await ledgerTypes(ctx)).at(-1)).toBe("policy.rollout_finished");
      expect([ctx.live.rollout, ctx.live.policy?.version]).toEqual([null, 3]);
    });

    it("shows its step, its share and what each version let run", async () => {
      const setting = await rollingOut(open);
      const drawn = drawnBy(await setting.versions()).size;
      expect(await readRolloutFor(setting.ctx, setting.ada)).toMatchObject({
        ...{ type: "running", step: 0, share: 0.1, nextAt: setting.ctx.clock() + DAY, riskier: true },
        next: { version: 3, ran: drawn, checked: 0, bad: 0 },
        before: { version: 2, ran: 0 },
      });
    });
  });

  describe("a roll-out", () => {
    it("stands still while it is paused, and goes on where it was", async () => {
      const { ctx, ada, versions } = await rollingOut(open);
      const tenth = await versions();
      await steerRollout(ctx, ada, { version: 3, turn: "pause" });
      ctx.pass(9 * DAY);
      expect(await versions()).toEqual(tenth);
      await steerRollout(ctx, ada, { version: 3, turn: "continue" });
      expect(await versions()).toEqual(tenth);
      expect(await readRolloutFor(ctx, ada)).toMatchObject({ step: 0, nextAt: ctx.clock() + DAY });
    });

    it("is paused by the kill switch for everything, and by no other", async () => {
      const { ctx, ada } = await rollingOut(open);
      await setStop(ctx, ada, { scope: "kind:payment", reason: "a test" });
      expect(ctx.live.rollout?.rollout.pausedAt).toBeNull();
      await setStop(ctx, ada, { scope: "all", reason: "a test" });
      await clearStop(ctx, ada, { scope: "all", reason: "over" });
      expect(ctx.live.rollout?.rollout.pausedAt).toBe(ctx.clock());
    });

    it("goes to everything at once when an admin says so", async () => {
      const { ctx, ada, versions } = await rollingOut(open);
      await steerRollout(ctx, ada, { version: 3, turn: "hasten" });
      expect(drawnBy(await versions()).size).toBe(MANY);
      expect(await readRolloutFor(ctx, ada)).toMatchObject({ step: 2, share: 1, nextAt: ctx.clock() + DAY });
    });

    it("is returned in one call: everything is judged as before, by a version that says where it came from", async () => {
      const setting = await rollingOut(open);
      const { ctx, ada, archive } = setting;
      await ranByNew(setting);
      await steerRollout(ctx, ada, { version: 3, turn: "return" });
      const after = await Promise.all(Array.from({ length: MANY }, (_, item) => archive(item)));
      expect(new Set(after.map(({ treatment, version }) => `${treatment} by ${String(version)}`))).toEqual(
        new Set(["review by 4"]),
      );
      expect(ctx.live.policy?.document).toEqual(withCell("review"));
      expect((await listPolicies(ctx, ada))[0]).toMatchObject({
        version: 4,
        note: "version 3 returned to version 2",
        by: ada.personId,
      });
      const recorded = (await ledgerTypes(ctx)).filter((type) => type.startsWith("policy."));
      expect(recorded.slice(-2)).toEqual(["policy.returned", "policy.saved"]);
      expect(await codeOf(steerRollout(ctx, ada, { version: 3, turn: "return" }))).toBe("stale");
    });

    it.each(["reviewer", "auditor"] as const)("is not for a %s to steer", async (role) => {
      const { ctx } = await rollingOut(open);
      const other = await aPerson(ctx, role);
      expect(await codeOf(readRolloutFor(ctx, other))).toBe("accepted");
      for (const turn of ["pause", "continue", "hasten", "return", "seen"] as const) {
        expect(await codeOf(steerRollout(ctx, other, { version: 3, turn }))).toBe("forbidden");
      }
    });
  });

  describe("an incident", () => {
    it("with something the new version let run returns it in the same commit, and says so until an admin has seen it", async () => {
      const setting = await rollingOut(open);
      const { ctx, ada, agent, archive } = setting;
      const proposal = await ranByNew(setting);
      const told: number[] = [];
      ctx.hub.onAny((message) => message.type === "policy" && told.push(message.version));
      await fileFinding(ctx, agent, { proposal, kind: "incident", text: "the wrong items went" });
      expect([ctx.live.rollout, ctx.live.policy?.version, told]).toEqual([null, 4, [4]]);
      expect((await archive(0)).treatment).toBe("review");
      expect(await readRolloutFor(ctx, ada)).toEqual({
        ...{ type: "returned", version: 3, before: 2, at: ctx.clock(), why: "something that it judged did harm" },
      });
      expect((await ledgerTypes(ctx)).filter((type) => type.startsWith("policy.")).slice(-2)).toEqual([
        ...["policy.returned", "policy.saved"],
      ]);
      await steerRollout(ctx, ada, { version: 3, turn: "seen" });
      expect(await readRolloutFor(ctx, ada)).toBeNull();
    });
  });

  describe("saving while a version takes effect in stages", () => {
    it("ends the roll-out, and no second one begins beside it", async () => {
      const { ctx, ada } = await rollingOut(open);
      const save = (stepDays: number | null, text = STRICT) => savePolicy(ctx, ada, { text, basedOn: 3, note: "x", stepDays });
      expect(await codeOf(save(1))).toBe("policy_conflict");
      expect(await codeOf(save(0))).toBe("invalid_request");
      expect(await codeOf(save(1.5))).toBe("invalid_request");
      expect(await save(null)).toEqual({ outcome: "saved", version: 4 });
      expect(ctx.live.rollout).toBeNull();
    });

    it("is riskier where it lets through more than the version that judges the rest", async () => {
      const { ctx, ada } = await rollingOut(open);
      // Stricter than version 3, and yet it would put everything else of version 3 into force at once.
      const { rules } = withCell("auto");
      const rule = { id: "more", match: "payment.*", then: { treatment: "two_person", reason: "a test" } } as const;
      const text = JSON.stringify({ ...withCell("auto"), rules: [...rules, rule] });
      expect(await codeOf(savePolicy(ctx, ada, { text, basedOn: 3, note: "x" }))).toBe("act_required");
    });
  });

  describe("with a second admin", () => {
    it("a riskier version takes effect in the stages it was proposed with, and its maker alone cannot cut them short", async () => {
      const ctx = await aContext(open);
      const [ada, grace] = [await aPerson(ctx, "admin", "Ada"), await aPerson(ctx, "admin", "Grace")];
      await savePolicy(ctx, COMMAND_LINE, { text: STRICT, basedOn: 1, note: "strict" });
      const waiting = await savePolicy(ctx, ada, { text: LOOSE, basedOn: 2, note: "loose", stepDays: 2 });
      if (waiting.outcome !== "waiting") throw new Error(waiting.outcome);
      await approvePolicyChange(ctx, grace, { digest: waiting.digest });
      expect(await readRolloutFor(ctx, ada)).toMatchObject({ share: 0.1, nextAt: ctx.clock() + 2 * DAY });
      expect(await codeOf(steerRollout(ctx, ada, { version: 3, turn: "hasten" }))).toBe("second_admin_required");
      await steerRollout(ctx, grace, { version: 3, turn: "hasten" });
      await steerRollout(ctx, ada, { version: 3, turn: "return" });
      expect(ctx.live.policy?.document).toEqual(withCell("review"));
    });
  });
});
