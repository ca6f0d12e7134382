/** What one figure is, in the words that stand below it and in the documents. */
export interface Definition {
  readonly label: string;
  readonly says: string;
}

/** Two figures that are only shown together: one of how fast or how much, one of how well. */
export const PAIRS = {
  pace: [
    { label: "Active seconds, median", says: "time a decided card was open and its reader active" },
    { label: "Tests caught", says: "tests rejected or edited right / tests decided" },
  ],
  output: [
    { label: "Items per person-hour", says: "decisions / hours of active time, where it was measured" },
    { label: "Taken back or overturned", says: "undone in the window, or found wrong later / decisions" },
  ],
  automatic: [
    { label: "Runs by itself", says: "ran without a look / proposals that have ended" },
    { label: "Bad among it", says: "not fine / audited, each counted as often as it stands for" },
  ],
  waiting: [
    { label: "Wait, p95", says: "from proposal to decision, of what people decided" },
    { label: "Expired undecided", says: "expired / expired and decided by people" },
  ],
  checking: [
    { label: "Approved", says: "approved as proposed / decided by people" },
    { label: "Bad found", says: "rejected as wrong or edited / decided by people: the precision of a look" },
  ],
} as const satisfies Readonly<Record<string, readonly [Definition, Definition]>>;
export type PairId = keyof typeof PAIRS;

interface PanelWords {
  readonly title: string;
  readonly says: string;
  /** What the first column of its table names. */
  readonly rows: string;
  readonly columns: readonly string[];
}

/** Each panel, what it shows, and the columns of its table. */
export const PANELS = {
  times: {
    title: "Time at a card",
    says: "Active seconds of each decision against what the card was predicted to take. Error: how far a decision lies from its prediction, in the middle.",
    rows: "Kind or device",
    columns: ["Decisions", "25 %", "Median", "75 %", "90 %", "Predicted", "Error"],
  },
  minutes: {
    title: "Catching by minute of a session",
    says: "Tests caught, by minutes since the person began. A session ends with fifteen minutes without a decision.",
    rows: "Minutes",
    columns: ["Caught"],
  },
  hours: {
    title: "Catching by hour of the day",
    says: "Tests caught, by the hour at which they were decided.",
    rows: "Hour",
    columns: ["Caught"],
  },
  reading: {
    title: "Not read",
    says: "Decided in less time than the card can be read in, of all that was measured. Kept, and no evidence.",
    rows: "Kind",
    columns: ["Not read"],
  },
  agreement: {
    title: "Agreement on blind double reviews",
    says: "Quick decisions that a second person looked at without knowing the first. α (Krippendorff) and AC1 (Gwet) are agreement beyond chance with their 95 % interval: 1 is perfect, 0 is chance, and AC1 holds where nearly everything gets the same answer. On rejecting: of the rejections given, those that the other person shared. Fell: decisions that two of three went against, of those that were settled; of rejections that is the false reject rate. Not given: of those that have ended, where nobody answered within seven days or could have read it; in no other figure.",
    rows: "Kind",
    columns: [
      "Agreed",
      "α",
      "AC1",
      "On rejecting",
      "On approving",
      "Rejections that fell",
      "Approvals that fell",
      "No majority",
      "Not given",
    ],
  },
  reasons: {
    title: "Reasons for rejecting",
    says: "Of what people rejected, by agent and version.",
    rows: "Agent, version, reason",
    columns: ["Of its rejections"],
  },
  audits: {
    title: "Audits",
    says: "Looks at what ran by itself: how many were drawn, given and not fine. What is owed is promised and not made.",
    rows: "Audits",
    columns: ["Share", "Days"],
  },
  drift: {
    title: "Drift",
    says: "The second half of the window against the first. Kind mix: the share of proposals that would have to be of another kind to get the same mix. New templates: of what people saw, made from a template (agent, action, target and shape of the arguments) that the first half does not have.",
    rows: "What",
    columns: ["First half", "Second half"],
  },
  delivery: {
    title: "Delivery",
    says: "How far the answers of people have travelled: released, fetched by the agent, redeemed, reported.",
    rows: "Step",
    columns: ["Came so far", "Median", "p95"],
  },
  checkpoints: {
    title: "What each checkpoint found",
    says: "Returned: harm that its looks prevented (bad found × the harm of one error at these stakes) for each 1 that they cost. Waiting is not priced.",
    rows: "Agent, action, kind, risk",
    columns: ["Looks", "Approved", "Bad found", "Caught of its kind", "Cost", "Cost per bad found", "Returned"],
  },
} as const satisfies Readonly<Record<string, PanelWords>>;
export type PanelId = keyof typeof PANELS;
