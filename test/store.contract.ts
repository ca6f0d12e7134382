import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../db/store/store";
import { agentsContract } from "./store-contract/agents";
import { canariesContract } from "./store-contract/canaries";
import { grantsContract } from "./store-contract/grants";
import { groupsContract } from "./store-contract/groups";
import { historyContract } from "./store-contract/history";
import { insightsContract } from "./store-contract/insights";
import { ledgerContract } from "./store-contract/ledger";
import { listsContract } from "./store-contract/lists";
import { peopleContract } from "./store-contract/people";
import { policyDraftsContract } from "./store-contract/policy-drafts";
import { proposalsContract } from "./store-contract/proposals";
import { queueContract } from "./store-contract/queue";
import { secondLooksContract } from "./store-contract/second-looks";
import { settingsContract } from "./store-contract/settings";
import { togetherContract } from "./store-contract/together";

/** What every database has to hold: the same suite runs on each. `open` answers an empty store each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const current = (): Store => store;
    describe("proposals", () => {
      proposalsContract(current);
    });
    describe("the queue", () => {
      queueContract(current);
    });
    describe("what belongs together", () => {
      togetherContract(current);
    });
    describe("lists", () => {
      listsContract(current);
    });
    describe("history", () => {
      historyContract(current);
    });
    describe("second looks", () => {
      secondLooksContract(current);
    });
    describe("tests of the reviewers", () => {
      canariesContract(current);
    });
    describe("what is measured", () => {
      insightsContract(current);
    });
    describe("groups of writes", () => {
      groupsContract(current);
    });
    describe("the ledger", () => {
      ledgerContract(current);
    });
    describe("agents and keys", () => {
      agentsContract(current);
    });
    describe("people and sessions", () => {
      peopleContract(current);
    });
    describe("policy, settings and counts", () => {
      settingsContract(current);
    });
    describe("drafts of the policy", () => {
      policyDraftsContract(current);
    });
    describe("standing approvals", () => {
      grantsContract(current);
    });
  });
}
