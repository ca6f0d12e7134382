import { describe, expect, it } from "vitest";
import { actionVerb, isInverse } from "./action-verb";
import type { Verb } from "./verb-words";

describe("the verb of an action’s name", () => {
  it.each<[string, Verb]>([
    ["payment.refund", "refund"],
    ["payment.pay", "pay"],
    ["stripe.refunds.create", "refund"],
    ["payout.create", "pay"],
    ["bank.credit_transfer", "transfer"],
    ["credit_card.charge", "charge"],
    ["send_payment", "pay"],
    ["mcp__github__create_pull_request", "open"],
    ["github.merge_pull_request", "merge"],
    ["code.open_pull_request", "open"],
    ["file.deleteFile", "delete"],
    ["files.rm", "delete"],
    ["post.create", "publish"],
    ["email.send_draft", "send"],
    ["email.create_draft", "draft"],
    ["ticket.send_reply", "reply"],
    ["zendesk.update_ticket", "update"],
  ])("of %s is %s", (name, verb) => {
    expect(actionVerb(name).verb).toBe(verb);
  });

  it.each<[string, Verb]>([
    ["payment.cancel", "cancel"],
    ["payment.void", "cancel"],
    ["payment.hold", "close"],
    ["payment.cancel_refund", "cancel"],
    ["payment.refund_cancel", "cancel"],
    ["card.reverse", "revert"],
    ["file.remove_permission", "delete"],
    ["file.undelete", "restore"],
    ["drive.unshare", "revoke"],
    ["code.close_pull_request", "close"],
    ["code.revert_merge", "revert"],
    ["code.unmerge", "revert"],
    ["code.un-merge", "revert"],
    ["post.delete_reply", "delete"],
    ["post.unpublish", "revoke"],
    ["email.message_unsend", "cancel"],
  ])("of %s takes something back: %s", (name, verb) => {
    expect(actionVerb(name).verb).toBe(verb);
    expect(isInverse(actionVerb(name))).toBe(true);
  });

  it.each(["payment.frobnicate", "payment.refund_status", "refund.anything", "pаyment.refund", "", "..."])(
    "of %j is none that we know: a namespace and a thing are no act",
    (name) => {
      expect(actionVerb(name).verb).toBe("other");
    },
  );

  it("is told with what it is done to", () => {
    expect(actionVerb("file.remove_permission").object).toEqual(["permission"]);
    expect(actionVerb("drive.permissions.create").object).toEqual(["permissions"]);
  });
});
