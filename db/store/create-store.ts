import type { Reader, Writer } from "../connection";
import { agentReads, agentWrites } from "./agents";
import { grantReads, grantWrites } from "./grants";
import { groupReads } from "./groups";
import { earlierReads, earlierWrites } from "./earlier";
import { cellReads, cellWrites } from "./cells";
import { historyReads } from "./history";
import { insightReads } from "./insights";
import { labelReads, labelWrites } from "./labels";
import { ledgerReads } from "./ledger";
import { listReads } from "./lists";
import { measureReads, measureWrites } from "./measures";
import { pastReads } from "./past";
import { peopleReads, peopleWrites } from "./people";
import { policyDraftReads, policyDraftWrites } from "./policy-drafts";
import { policyReads, policyWrites } from "./policy";
import { proposalReads, proposalWrites } from "./proposals";
import { reviewingReads, reviewingWrites } from "./reviewing";
import { canaryReads, canaryWrites } from "./canaries";
import { secondLookReads, secondLookWrites } from "./second-looks";
import type { Reads, Transaction } from "./store";

/** Every read, over one reader. */
export function createReads(reader: Reader): Reads {
  return {
    ...proposalReads(reader),
    ...listReads(reader),
    ...groupReads(reader),
    ...historyReads(reader),
    ...measureReads(reader),
    ...earlierReads(reader),
    ...agentReads(reader),
    ...peopleReads(reader),
    ...policyReads(reader),
    ...policyDraftReads(reader),
    ...reviewingReads(reader),
    ...labelReads(reader),
    ...cellReads(reader),
    ...grantReads(reader),
    ...pastReads(reader),
    ...insightReads(reader),
    ...secondLookReads(reader),
    ...canaryReads(reader),
    ...ledgerReads(reader),
  };
}

/** Every write, over one writer. */
export function createTransaction(writer: Writer): Transaction {
  return {
    ...proposalWrites(writer),
    ...reviewingWrites(writer),
    ...measureWrites(writer),
    ...earlierWrites(writer),
    ...agentWrites(writer),
    ...peopleWrites(writer),
    ...policyWrites(writer),
    ...policyDraftWrites(writer),
    ...labelWrites(writer),
    ...cellWrites(writer),
    ...grantWrites(writer),
    ...secondLookWrites(writer),
    ...canaryWrites(writer),
  };
}
