import { followApi } from "../../lib/client/follow-api";
import { PeopleApiError } from "../../lib/client/people-api";
import type { QueueRow } from "../../lib/contract/people";
import type { useDeskMemory } from "../desk-provider";
import type { useAnnounce } from "../ui/announcer";
import type { Words } from "../words/make-words";
import { refusalWords } from "./refusal-words";
import type { Refused } from "./decided";
import type { LiveQueue } from "./use-queue";

/** What can still be done about a decision while its window is open. Each resolves whatever happens: a refusal is announced. */
export interface FollowUps {
  /** Null where nothing can be taken back any more: then that is announced. */
  readonly undo: (id: string | null) => Promise<void>;
  /** Null where nothing is held any more: then that is announced. */
  readonly release: (id: string | null) => Promise<void>;
  /** Signs anew what was approved and not run in time. `heard`: what the server said, null where it was renewed. */
  readonly renew: (id: string, heard: Heard) => Promise<void>;
  readonly giveReason: (id: string, reason: { readonly code: string; readonly text: string | null }) => Promise<void>;
}

export type Heard = (refused: Refused | null) => void;

/** How the decisions on this page are kept. */
export interface DecisionBook {
  /** Resolves once the decision on this card is recorded or refused: what follows it must not overtake it. */
  readonly recorded: (id: string | null) => Promise<void>;
  readonly settle: (id: string, row: QueueRow) => void;
  readonly comeBack: (id: string, row: QueueRow, why: string | null) => void;
  readonly forget: (id: string) => void;
  readonly onBack: (id: string) => void;
  readonly updateLast: LiveQueue["updateLast"];
}

/** What a step after a decision reads and changes. */
export interface Following extends Omit<DecisionBook, "recorded">, Pick<ReturnType<typeof useDeskMemory>, "answers"> {
  readonly t: Words<"desk">;
  readonly announce: ReturnType<typeof useAnnounce>;
}

type Reason = Parameters<FollowUps["giveReason"]>[1];

/*
 * Each asks the server and says what came of it. Rejects with why it could not be done.
 */

export async function undo({ answers, announce, t, ...book }: Following, id: string | null): Promise<void> {
  if (id === null) {
    announce(t("said.nothingToUndo"));
    return;
  }
  const { row } = await followApi.undo(id);
  book.forget(id);
  book.comeBack(id, row, null);
  book.updateLast((last) => last.filter((earlier) => earlier.id !== id));
  await answers.doubt((one) => one === id);
  book.onBack(id);
  announce(t("said.undone"));
}

export async function release({ settle, announce, t }: Following, id: string | null): Promise<void> {
  if (id === null) {
    announce(t("said.nothingHeld"));
    return;
  }
  const { row } = await followApi.release(id);
  settle(id, row);
  announce(t(row.byHand === true ? "said.released.byHand" : "said.released"));
}

export async function giveReason({ settle, announce, t }: Following, id: string, reason: Reason): Promise<void> {
  settle(id, (await followApi.reason(id, reason)).row);
  announce(t("said.reason"));
}

export async function renew({ answers, settle, announce, t }: Following, id: string, heard: Heard): Promise<void> {
  const renewed = await followApi.renew(id).catch((error: unknown) => {
    const code = error instanceof PeopleApiError ? error.code : "internal";
    heard({ code, says: refusalWords(t, error, t("failed.here")), issues: [] });
    // The field that then asks for the password says it.
    if (code === "stale_sign_in") return null;
    throw error;
  });
  if (renewed === null) return;
  heard(null);
  const { row } = renewed;
  settle(id, row);
  await answers.doubt((one) => one === id);
  announce(t(row.byHand === true ? "said.renewed.byHand" : "said.renewed"));
}
