import type { QueueParameters } from "../../lib/client/people-api";
import type { Queue } from "../../lib/domain/words";

export const QUEUE_LABEL: Record<Queue, string> = {
  needs_you: "Needs you",
  deep: "Deep",
  second_look: "Second look",
  waiting: "Waiting",
  done: "Done",
};

export const SORT_LABEL: Record<QueueParameters["sort"], string> = {
  stake: "Most at stake first",
  due: "Due soonest first",
  age: "Oldest first",
  agent: "Agent by agent",
};

const EMPTY: Record<Queue, { readonly title: string; readonly says: string }> = {
  needs_you: { title: "Nothing needs you", says: "What policy lets run is running. New proposals appear here by themselves." },
  deep: { title: "Nothing deep", says: "Proposals that cannot honestly be read in ten seconds are kept apart, here." },
  second_look: {
    title: "Nothing to look at again",
    says: "What one person has signed and another must sign stands here, what ran by itself and was drawn for a look, and what is asked for a second opinion.",
  },
  waiting: {
    title: "Nothing is on its way",
    says: "Decisions held for undo, what runs by itself unless somebody stops it, and approvals that no agent has used yet, stand here.",
  },
  done: { title: "Nothing decided yet", says: "Decisions that have reached their end stand here." },
};

/** What an empty section says. A filter is named first, since it may be why. */
export function emptyWords({ queue, agent, mine, text }: QueueParameters): { readonly title: string; readonly says: string } {
  if (text !== null && text !== "") {
    return { title: "Nothing found", says: "Search for a word of the headline, the agent, the action, or for an id." };
  }
  if (agent !== null) return { title: "Nothing from this agent", says: "Choose all agents to see the rest of this section." };
  if (!mine) return EMPTY[queue];
  const decided = queue === "waiting" || queue === "done";
  return decided
    ? { title: "Nothing that you decided", says: "Choose everybody’s to see what others decided." }
    : {
        title: "Nothing is yours",
        says: "What somebody gives to you, or you take, stands here. Everybody’s is the whole section.",
      };
}

/** How many there are, `1000+` where counting stops; null where nobody counts. */
export function countWords(count: number | undefined, cap: number): string | null {
  if (count === undefined) return null;
  return count >= cap ? `${String(cap)}+` : String(count);
}
