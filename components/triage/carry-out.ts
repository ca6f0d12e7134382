import type { QueueParameters } from "../../lib/client/people-api";
import { nextSort } from "../../lib/client/queue-address";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import type { CommandName } from "../../lib/domain/input/key-map";
import type { Intent } from "../../lib/domain/input/key-reducer";
import { serverNow } from "../ui/clock";
import { beside } from "./beside";
import { offersOf } from "./offers";
import type { Decisions } from "./use-decisions";
import type { Panels } from "./use-panels";
import type { Selection } from "./use-selection";
import type { Sending } from "./use-send";
import { reasonAt } from "./use-send";

/** Everything an intent can set in motion. */
export interface Desk {
  readonly detail: CardDetail | null;
  readonly selection: Selection;
  readonly panels: Panels;
  readonly decisions: Decisions;
  /** This person's last decisions as the server has them: they outlive a reload. */
  readonly remembered: readonly QueueRow[];
  readonly sending: Sending;
  readonly parameters: QueueParameters;
  readonly me: string;
  /** How many loaded rows are like the open card, itself included. */
  readonly alike: number;
  readonly onView: (change: Partial<QueueParameters>) => void;
  readonly onSearch: () => void;
  readonly onFocusMode: (id: string | null) => void;
  /** One card alone is on the screen. */
  readonly alone: boolean;
  readonly onStopAgent: (detail: CardDetail) => void;
}

/** Carries out what a key, a click or a tap asked for. Nothing is decided on another card, or version of it, than the one that was painted. */
export function carryOut(desk: Desk, intent: Intent): void {
  switch (intent.type) {
    case "decide":
    case "open_approval":
    case "open_rejection":
      onCard(desk, intent);
      return;
    case "pick":
      pick(desk, intent.choice);
      return;
    case "command":
      // Before the search has its field, what is typed is for nobody; Escape leads back.
      if (desk.panels.panel === "search" && intent.command !== "search" && intent.command !== "dismiss") return;
      COMMANDS[intent.command](desk);
  }
}

function onCard(desk: Desk, intent: Extract<Intent, { readonly card: string }>): void {
  const { detail, panels, sending } = desk;
  if (detail === null || detail.row.id !== intent.card || detail.row.version !== intent.version) return;
  if (intent.type === "open_rejection") panels.open("reject");
  else if (intent.type === "open_approval") panels.open("approve");
  else if (intent.decision === "approve") sending.sendNow({ decision: { type: "approve" }, act: { type: intent.act } });
  else {
    const reason = intent.choice === undefined ? null : reasonAt(detail, intent.choice);
    sending.sendNow({ decision: { type: "reject", reason }, act: { type: intent.act } });
  }
}

function pick({ panels, decisions }: Desk, place: number): void {
  const { askReason } = panels;
  if (askReason === null) {
    panels.pick({ place });
    return;
  }
  const reason = reasonAt(askReason, place);
  if (reason === null) return;
  panels.ask(null);
  void decisions.giveReason(askReason.row.id, reason);
}

/** Takes back or lets go what was decided last. Of the first card nothing was, so what finds it is loaded behind that. */
function followLast({ decisions, panels, remembered }: Desk, what: "undo" | "release"): void {
  beside.load().then(
    ({ lastOpen }) => {
      const last = lastOpen(what, decisions.decided, remembered, serverNow());
      if (last !== null) panels.ask(null);
      void decisions[what](last);
    },
    // Not loaded because the server is away: the banner says that nothing can be decided, or taken back.
    () => undefined,
  );
}

type Command = Extract<Intent, { type: "command" }>["command"];

const COMMANDS: Readonly<Record<Command & CommandName, (desk: Desk) => void>> = {
  next: ({ selection }) => {
    selection.move(1);
  },
  previous: ({ selection }) => {
    selection.move(-1);
  },
  later: ({ selection }) => {
    selection.later();
  },
  arrivals: ({ selection }) => {
    selection.showArrivals();
  },
  undo: (desk) => {
    followLast(desk, "undo");
  },
  release: (desk) => {
    followLast(desk, "release");
  },
  edit: ({ detail, panels }) => {
    if (detail !== null && offersOf(detail).edit) panels.open("edit");
  },
  answer: ({ detail, panels }) => {
    if (detail !== null && offersOf(detail).answer) panels.open("answer");
  },
  ask: ({ detail, panels }) => {
    // Of what was decided already nobody is asked.
    if (detail?.row.status === "pending" && detail.row.look === null) panels.open("ask");
  },
  together: ({ detail, panels, alike }) => {
    if (panels.panel === "together") panels.close();
    else if (detail?.row.status === "pending" && detail.row.look === null && alike > 1) panels.open("together");
  },
  comment: ({ detail, panels }) => {
    if (detail !== null) panels.open("comments");
  },
  take: ({ detail, decisions, me }) => {
    if (detail?.row.status !== "pending" || detail.row.look !== null) return;
    void decisions.assign(detail.row.id, detail.row.assignee?.id === me ? null : me);
  },
  order: ({ parameters, onView }) => {
    onView({ sort: nextSort(parameters.sort) });
  },
  search: ({ onSearch }) => {
    onSearch();
  },
  palette: ({ panels }) => {
    panels.open("palette");
  },
  evidence: ({ detail, panels }) => {
    if (detail !== null) panels.open("evidence");
  },
  why: ({ detail, panels }) => {
    if (detail !== null) panels.open("why");
  },
  focus: ({ selection, onFocusMode }) => {
    onFocusMode(selection.selected);
  },
  stop_agent: ({ detail, onStopAgent }) => {
    if (detail !== null) onStopAgent(detail);
  },
  sheet: ({ panels }) => {
    panels.open("keys");
  },
  dismiss: ({ panels, selection, alone, onFocusMode }) => {
    if (panels.askReason !== null) panels.ask(null);
    else if (panels.panel !== "none") panels.close();
    else if (alone) onFocusMode(selection.selected);
  },
};
