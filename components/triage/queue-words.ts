import type { Queue } from "../../lib/domain/words";

export const QUEUE_LABEL: Record<Queue, string> = {
  needs_you: "Needs you",
  deep: "Deep",
  second_look: "Second look",
  waiting: "Waiting",
  done: "Done",
};

const EMPTY: Record<Queue, { readonly title: string; readonly says: string }> = {
  needs_you: { title: "Nothing needs you", says: "What policy lets run is running. New proposals appear here by themselves." },
  deep: { title: "Nothing deep", says: "Proposals that cannot honestly be read in ten seconds are kept apart, here." },
  second_look: {
    title: "Nothing to look at again",
    says: "What one person has signed and another must sign stands here, and what ran by itself and was drawn for a look.",
  },
  waiting: {
    title: "Nothing is on its way",
    says: "Decisions held for undo, and approvals that no agent has used yet, stand here.",
  },
  done: { title: "Nothing decided yet", says: "Decisions that have reached their end stand here." },
};

/** What an empty section says. A filter is named first, since it may be why. */
export function emptyWords(queue: Queue, filtered: boolean): { readonly title: string; readonly says: string } {
  return filtered
    ? { title: "Nothing from this agent", says: "Choose all agents to see the rest of this section." }
    : EMPTY[queue];
}
