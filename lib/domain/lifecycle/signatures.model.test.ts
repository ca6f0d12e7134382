import { describe, expect, test } from "vitest";
import { COMPOSER, OWNER } from "../../../test/proposal-commands";
import { always } from "../../../test/proposal-runs";
import type { PersonId } from "../ids";

describe("the signatures on a proposal under arbitrary commands at arbitrary times", () => {
  test("takes a person's decision only on the version and digest that were shown, before it expires", () => {
    always(
      () => null,
      ({ command, before, answer, now }) => {
        if (command.type !== "decide" || !answer.ok) return;
        expect(before).toMatchObject({ status: "pending", version: command.version, digest: command.digest });
        expect(now).toBeLessThan(before?.expiresAt ?? 0);
      },
    );
  });

  test("carries only signatures on the version and digest in force, each by another person", () => {
    always(
      () => null,
      ({ after }) => {
        const signatures = after?.signatures ?? [];
        expect(signatures.every(({ version, digest }) => version === after?.version && digest === after.digest)).toBe(true);
        expect(new Set(signatures.map(({ by }) => by)).size).toBe(signatures.length);
      },
    );
  });

  test("is approved by people only with the signatures they gave and did not take back", () => {
    always(
      // Kept from the commands alone, so that a fault in the state's own list shows.
      () => ({ signers: new Map<PersonId, string>() }),
      ({ command, events, after }, { signers }) => {
        if (events.length === 0) return;
        if (command.type === "undo") signers.delete(command.by);
        if (command.type === "decide" && command.choice.type === "edit") {
          signers.clear();
          signers.set(command.signer.id, command.choice.to.digest);
        }
        if (command.type === "decide" && command.choice.type === "approve") signers.set(command.signer.id, command.digest);
        if (after?.status !== "approved" || after.decision?.source !== "person") return;
        expect(new Set(after.decision.by)).toEqual(new Set(signers.keys()));
        expect([...signers.values()].every((digest) => digest === after.digest)).toBe(true);
        expect(after.signatures.map(({ by }) => by)).toEqual(after.decision.by);
        expect(after.decision.type).toBe(after.version > 1 ? "edit" : "approve");
      },
    );
  });

  test("of two people's treatment is approved in a team only by two, neither owner nor composer", () => {
    always(
      () => null,
      ({ command, after }) => {
        const inTeam = command.type === "decide" && command.workspace === "team";
        if (!inTeam || after?.status !== "held" || after.treatment !== "two_person") return;
        if (after.decision?.type !== "approve" && after.decision?.type !== "edit") return;
        expect(new Set(after.decision.by).size).toBeGreaterThanOrEqual(2);
        expect(after.decision.by).not.toContain(OWNER);
        expect(after.decision.by).not.toContain(COMPOSER);
        expect(after.decision.singleSigner).toBe(false);
      },
    );
  });

  test("that is regulated is signed by neither its composer nor, in a team, its owner, and always with a reason", () => {
    always(
      () => null,
      ({ command, before, events, after }) => {
        const signs = command.type === "decide" && (command.choice.type === "approve" || command.choice.type === "edit");
        if (!signs || events.length === 0 || after?.regulated !== true) return;
        expect(command.signer.id).not.toBe(COMPOSER);
        if (command.workspace === "team") expect(command.signer.id).not.toBe(OWNER);
        if (before?.regulated === true && after.decision !== null) expect(after.decision.reason).not.toBeNull();
      },
    );
  });

  test("stays regulated through every edit", () => {
    always(
      () => null,
      ({ before, after }) => {
        if (before?.regulated === true) expect(after?.regulated).toBe(true);
      },
    );
  });

  test("becomes approved by nothing but the release of a person's approval, or by policy as it is proposed", () => {
    always(
      () => null,
      ({ command, before, after }) => {
        if (after?.status !== "approved" || before?.status === "approved") return;
        if (command.type === "propose") {
          expect(["auto", "audit"]).toContain(command.state.treatment);
          expect(after.decision?.source).toBe("policy");
          return;
        }
        expect(command.type).toBe("release");
        expect(before).toMatchObject({ status: "held", decision: { source: "person" } });
        expect(["approve", "edit"]).toContain(before?.decision?.type);
      },
    );
  });

  test("is released when its window ends, or earlier by one who decided it, never when one signed for two", () => {
    always(
      () => null,
      ({ command, before, events, now }) => {
        if (command.type !== "release" || events.length === 0 || now >= (before?.releaseAt ?? 0)) return;
        expect(command.by).not.toBeNull();
        expect(before?.decision?.by).toContain(command.by);
        expect(before?.decision?.singleSigner).toBe(false);
      },
    );
  });
});
