/** Two figures that are only shown together: one of how fast or how much, one of how well. */
export const PAIRS = {
  pace: ["activeSeconds", "testsCaught"],
  output: ["perHour", "overturned"],
  automatic: ["alone", "badAlone"],
  waiting: ["wait", "expired"],
  checking: ["approved", "badFound"],
} as const;
export type PairId = keyof typeof PAIRS;

/** Each panel and the columns of its table. */
export const PANELS = {
  times: ["decisions", "p25", "median", "p75", "p90", "predicted", "error"],
  minutes: ["caught"],
  hours: ["caught"],
  reading: ["unread"],
  agreement: ["agreed", "alpha", "ac1", "onRejecting", "onApproving", "rejectionsFell", "approvalsFell", "unsettled", "notGiven"],
  reasons: ["ofRejections"],
  audits: ["share", "days"],
  drift: ["firstHalf", "secondHalf"],
  delivery: ["cameSoFar", "median", "p95"],
} as const;
export type PanelId = keyof typeof PANELS;

/** What is told of each checkpoint, in the order of its columns. */
export const CHECKPOINT_FIGURES = ["looks", "approved", "bad", "caught", "cost", "perBad", "forEach"] as const;

/**
 * What one figure is, in the words that stand below it and in the documents; each panel and checkpoint column; and the rows that are named by us.
 * In English, as the API and its files say them; the catalogue of texts takes them over.
 */
export const FIGURE_TEXTS = {
  "figure.activeSeconds": "Active seconds, median",
  "figure.activeSeconds.says": "time a decided quick card was open and its reader active",
  "figure.testsCaught": "Tests caught",
  "figure.testsCaught.says": "tests rejected or edited right / tests decided",
  "figure.perHour": "Items per person-hour",
  "figure.perHour.says": "decisions / hours of active time, where it was measured",
  "figure.overturned": "Taken back or overturned",
  "figure.overturned.says": "undone in the window, or found wrong later / decisions",
  "figure.alone": "Runs by itself",
  "figure.alone.says": "ran without a look / proposals that have ended",
  "figure.badAlone": "Bad among it",
  "figure.badAlone.says": "not fine / audited, each counted as often as it stands for",
  "figure.wait": "Wait, p95",
  "figure.wait.says": "from proposal to decision, of what people decided",
  "figure.expired": "Expired undecided",
  "figure.expired.says": "expired / expired and decided by people",
  "figure.approved": "Approved",
  "figure.approved.says": "approved as proposed / decided by people",
  "figure.badFound": "Bad found",
  "figure.badFound.says": "rejected as wrong or edited / decided by people: the precision of a look",

  "panel.times": "Time at a card",
  "panel.times.says":
    "Active seconds of each decision against what the card was predicted to take with the device it was decided on. Error: how far a decision lies from its prediction, in the middle.",
  "panel.times.rows": "Kind or device",
  "panel.minutes": "Catching by minute of a session",
  "panel.minutes.says":
    "Tests caught, by minutes since the person began. A session ends with fifteen minutes without a decision.",
  "panel.minutes.rows": "Minutes",
  "panel.hours": "Catching by hour of the day",
  "panel.hours.says": "Tests caught, by the hour at which they were decided.",
  "panel.hours.rows": "Hour",
  "panel.reading": "Not read",
  "panel.reading.says": "Decided in less time than the card can be read in, of all that was measured. Kept, and no evidence.",
  "panel.reading.rows": "Kind",
  "panel.agreement": "Agreement on blind double reviews",
  "panel.agreement.says":
    "Quick decisions that a second person looked at without knowing the first. α (Krippendorff) and AC1 (Gwet) are agreement beyond chance with their 95 % interval: 1 is perfect, 0 is chance, and AC1 holds where nearly everything gets the same answer. On rejecting: of the rejections given, those that the other person shared. Fell: decisions that two of three went against, of those that were settled; of rejections that is the false reject rate. Not given: of those that have ended, where nobody answered within seven days or could have read it; in no other figure.",
  "panel.agreement.rows": "Kind",
  "panel.reasons": "Reasons for rejecting",
  "panel.reasons.says": "Of what people rejected, by agent and version.",
  "panel.reasons.rows": "Agent, version, reason",
  "panel.audits": "Audits",
  "panel.audits.says":
    "Looks at what ran by itself: how many were drawn, given and not fine. What is owed is promised and not made.",
  "panel.audits.rows": "Audits",
  "panel.drift": "Drift",
  "panel.drift.says":
    "The second half of the window against the first. Kind mix: the share of proposals that would have to be of another kind to get the same mix. New templates: of what people saw, made from a template (agent, action, target and shape of the arguments) that the first half does not have.",
  "panel.drift.rows": "What",
  "panel.delivery": "Delivery",
  "panel.delivery.says":
    "How far the answers of people have travelled: released, fetched by the agent, redeemed, reported. The time of a renewed approval counts from its first release.",
  "panel.delivery.rows": "Step",

  "column.decisions": "Decisions",
  "column.p25": "25 %",
  "column.median": "Median",
  "column.p75": "75 %",
  "column.p90": "90 %",
  "column.predicted": "Predicted",
  "column.error": "Error",
  "column.caught": "Caught",
  "column.unread": "Not read",
  "column.agreed": "Agreed",
  "column.alpha": "α",
  "column.ac1": "AC1",
  "column.onRejecting": "On rejecting",
  "column.onApproving": "On approving",
  "column.rejectionsFell": "Rejections that fell",
  "column.approvalsFell": "Approvals that fell",
  "column.unsettled": "No majority",
  "column.notGiven": "Not given",
  "column.ofRejections": "Of its rejections",
  "column.share": "Share",
  "column.days": "Days",
  "column.firstHalf": "First half",
  "column.secondHalf": "Second half",
  "column.cameSoFar": "Came so far",
  "column.p95": "p95",

  "found.title": "What each checkpoint found",
  "found.says":
    "Returned: harm that its looks prevented (bad found × the harm of one error at these stakes) for each 1 that they cost. Waiting is not priced.",
  "found.rows": "Agent, action, kind, risk",
  "found.looks": "Looks",
  "found.approved": "Approved",
  "found.bad": "Bad found",
  "found.caught": "Caught of its kind",
  "found.cost": "Cost",
  "found.perBad": "Cost per bad found",
  "found.forEach": "Returned",

  "row.all": "all kinds",
  "row.keyboard": "keyboard",
  "row.mouse": "mouse",
  "row.touch": "touch",
  "row.unknown": "unknown",
  "row.minutesOn": "{from} and more",
  "row.noVersion": "no version named",
  "row.drawn": "drawn, of what ran by itself",
  "row.given": "given, of what was drawn",
  "row.notFine": "not fine, of what was given",
  "row.owed": "owed now, and since when",
  "row.mix": "kind mix",
  "row.templates": "new templates",
  "row.fetched": "released → fetched",
  "row.redeemed": "fetched → redeemed",
  "row.reported": "redeemed → reported",
  "row.lapsed": "not run in time",
  "row.failed": "failed",
  "row.outcomeUnknown": "outcome unknown",
  "row.reverted": "reverted",
} as const;
