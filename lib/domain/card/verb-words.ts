/** What an action can be named to do, and the words for it; the longest that fits wins. `other` is none of these. */
export const VERB_WORDS = {
  archive: "archive",
  cancel: "cancel void abort rescind recall withdraw unsend dismiss",
  charge: "charge capture debit",
  close:
    "close deactivate disable suspend freeze block hold pause stop terminate lock resolve take_down shut_down turn_off hide expire",
  comment: "comment annotate",
  commit: "commit apply patch",
  copy: "copy cp duplicate clone",
  credit: "credit",
  delete: "delete remove rm purge erase wipe destroy unlink drop trash discard del",
  deploy: "deploy release",
  draft: "draft",
  forward: "forward fwd",
  make: "create add make new issue initiate execute exec process submit insert run do",
  merge: "merge dedupe deduplicate combine",
  move: "move mv rename relocate",
  open: "open pull_request merge_request",
  pay: "pay payout pay_out disburse",
  preview: "preview validate simulate estimate check verify test explain lint dry_run propose request prepare plan",
  publish: "publish post tweet toot",
  push: "push",
  read: "get list search read fetch view find show lookup look_up count download",
  refund: "refund",
  reply: "reply respond answer",
  restore: "restore undelete untrash unarchive recover reopen reinstate reactivate",
  revert: "revert undo reverse rollback roll_back",
  revoke: "revoke unshare unpublish unsubscribe uninvite unpost deauthorize",
  schedule: "schedule queue enqueue",
  send: "send mail email message notify deliver dispatch",
  share: "share grant permit invite",
  transfer: "transfer wire credit_transfer bank_transfer wire_transfer",
  update: "update edit change set modify rewrite",
  write: "write save put upload append overwrite replace",
} as const;

export type Verb = keyof typeof VERB_WORDS | "other";

/** Verbs whose words name things as well: `refund` in `refund_status`, `post` in `delete_post`. */
export const NOUN_LIKE: ReadonlySet<Verb> = new Set<Verb>([
  ...(["charge", "comment", "commit", "copy", "credit", "deploy", "draft", "forward", "merge", "open", "pay"] as const),
  ...(["publish", "push", "refund", "reply", "send", "share", "transfer", "schedule"] as const),
]);

/** Verbs that take something away, or take back what was done: none of them is what the word beside them says. */
export const INVERSE: ReadonlySet<Verb> = new Set<Verb>(["cancel", "close", "delete", "restore", "revert", "revoke"]);

/** After these nothing is as it was, and no card but one that knows the act can say what is left. */
export const DESTROYS: ReadonlySet<Verb> = new Set<Verb>(["cancel", "close", "delete", "revert", "revoke"]);

/** What is made or run is what the name says after it: `create_refund` refunds. By the last word, in the singular. */
export const MADE: Readonly<Record<string, Verb>> = {
  charge: "charge",
  comment: "comment",
  commit: "commit",
  copy: "copy",
  credit: "credit",
  deployment: "deploy",
  draft: "draft",
  merge: "merge",
  message: "send",
  payment: "pay",
  payout: "pay",
  post: "publish",
  pr: "open",
  refund: "refund",
  release: "deploy",
  reply: "reply",
  transfer: "transfer",
  tweet: "publish",
};

/** Sent, these are more than mail. */
export const SENT: Readonly<Record<string, Verb>> = {
  fund: "pay",
  money: "pay",
  payment: "pay",
  payout: "pay",
  refund: "refund",
  reply: "reply",
  transfer: "transfer",
  tweet: "publish",
};

/** Words that a noun-like verb may stand behind and still be what is done: `card_charge`. */
export const LEADS: ReadonlySet<string> = new Set(
  "account auto batch branch bulk card chat code contact customer doc document email file folder git invoice mail order payment post pr pull request ticket user".split(
    " ",
  ),
);

/** Ends that make a name of what stands before them: `refund_status` refunds nothing. */
export const TAILS: ReadonlySet<string> = new Set(
  "status statuses policy method methods link links dispute report history limit limits settings stats template rule rules quote intent receipt reminder notification notifications summary count".split(
    " ",
  ),
);

/** Words that say nothing of what an act is done to. */
export const FILLERS: ReadonlySet<string> = new Set(
  "a an the all and as at back batch bulk by for forever from id in into many now of on out permanently to via with".split(" "),
);
