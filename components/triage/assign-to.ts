import { followApi } from "../../lib/client/follow-api";
import type { useDeskMemory } from "../desk-provider";
import type { useAnnounce } from "../ui/announcer";
import type { Words } from "../words/make-words";
import { refusalWords } from "./refusal-words";
import type { LiveQueue } from "./use-queue";

/** What giving an item to somebody reads and changes. */
export interface Assigning extends Pick<ReturnType<typeof useDeskMemory>, "answers">, Pick<LiveQueue, "update"> {
  readonly t: Words<"desk">;
  readonly announce: ReturnType<typeof useAnnounce>;
}

/** Gives an item to somebody; the row and the card say so at once. Resolves whatever happens: a refusal is announced. */
export async function assignTo({ answers, update, t, announce }: Assigning, id: string, person: string | null): Promise<void> {
  try {
    const { row } = await followApi.assign(id, person);
    answers.load().then(
      (engine) => {
        engine.change(id, (card) => ({ ...card, row }));
      },
      // Nothing is known of the card then that could be out of date.
      () => undefined,
    );
    update((view) => ({ ...view, rows: view.rows.map((one) => (one.id === id ? { ...one, assignee: row.assignee } : one)) }));
    announce(row.assignee === null ? t("said.everybodys") : t("said.theirs", { name: row.assignee.name }));
  } catch (error) {
    announce(t("said.notGiven", { why: refusalWords(t, error, t("failed.undecided")) }), "assertive");
  }
}
