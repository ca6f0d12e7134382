import type { CardDetail } from "../contract/people";
import type { Answers } from "./answers";
import { createAnswers } from "./answers";
import type { QueueView } from "./queue-view";

/** How long a view is kept once no screen shows it, in milliseconds: who comes back later starts from what the server says. */
const KEPT_MS = 5 * 60_000;

/** What one tab knows of the desk, whichever of its screens is open: the queue and the single card are two looks at the same work. */
export interface DeskMemory {
  readonly answers: Answers;
  /** Views of the queue as this tab left them, by {@link import("./queue-address").viewName}. `now`: on the page's clock. */
  readonly view: (name: string, now: number) => QueueView | null;
  readonly keepView: (name: string, view: QueueView) => void;
  readonly leaveView: (name: string, now: number) => void;
  /** Cards as this person first had them before them in this tab, until they decide, so that a later version can say what changed. */
  readonly seen: Map<string, CardDetail>;
}

/** A memory of nothing. */
export function createDeskMemory(): DeskMemory {
  const views = new Map<string, { readonly view: QueueView; readonly leftAt: number }>();
  return {
    answers: createAnswers(async (given) => (await import("./query-engine")).createQueryEngine(given)),
    view: (name, now) => {
      const kept = views.get(name);
      return kept === undefined || now - kept.leftAt > KEPT_MS ? null : kept.view;
    },
    keepView: (name, view) => {
      views.set(name, { view, leftAt: Infinity });
    },
    leaveView: (name, now) => {
      const kept = views.get(name);
      if (kept !== undefined) views.set(name, { ...kept, leftAt: now });
    },
    seen: new Map(),
  };
}
