import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import { newId, START } from "../builders";
import { commit } from "./writes";

/** Drafts of the policy, one a name. */
export function policyDraftsContract(current: () => Store): void {
  const aDraft = (name: string) => ({ name, text: "{ }", basedOn: 3, by: newId("person"), at: START });

  test("a draft is kept under its name until it is saved again or dropped", async () => {
    const store = current();
    const [one, other] = [aDraft("looser refunds"), aDraft("a stricter week")];
    await commit(store, function* (tx) {
      yield* tx.savePolicyDraft(one);
      yield* tx.savePolicyDraft(other);
    });
    expect(await store.read.policyDraft(one.name)).toEqual(one);
    const { text: _text, ...listed } = other;
    expect((await store.read.policyDrafts())[0]).toEqual(listed);
    const again = { ...one, text: "{}", at: START + 1, basedOn: 4 };
    await commit(store, (tx) => tx.savePolicyDraft(again));
    expect(await commit(store, (tx) => tx.policyDraft(one.name))).toEqual(again);
    expect(await commit(store, (tx) => tx.countPolicyDrafts())).toBe(2);
    await commit(store, (tx) => tx.deletePolicyDraft(one.name));
    expect(await store.read.policyDraft(one.name)).toBeNull();
    expect(await commit(store, (tx) => tx.countPolicyDrafts())).toBe(1);
  });
}
