import type { PaletteEntry } from "../../lib/client/palette";
import type { QueueParameters } from "../../lib/client/people-api";
import { queueHref } from "../../lib/client/queue-address";
import { nextCard } from "../../lib/client/next-card";
import type { QueueView } from "../../lib/client/queue-view";
import { putAside } from "../../lib/client/queue-view";
import type { CardDetail } from "../../lib/contract/people";
import type { Words } from "../words/make-words";
import type { Triage } from "./use-triage";

export interface AgentParts {
  readonly t: Words<"deskPanels">;
  readonly desk: Words<"desk">;
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly go: (href: string) => void;
  readonly announce: (words: string) => void;
}

/** What can be done agent by agent: see only one, or put aside all that the open card's agent wants. */
export function agentEntries({ t, desk, triage, parameters, agents, go, announce }: AgentParts): readonly PaletteEntry[] {
  const only = (id: string, label: string, agent: string | null): PaletteEntry => ({
    id,
    group: t("group.view"),
    label,
    badge: "",
    run: () => {
      go(queueHref({ ...parameters, agent }));
    },
  });
  const { detail } = triage.card;
  return [
    ...(parameters.agent === null ? [] : [only("all agents", desk("agent.all"), null)]),
    ...agents
      .filter(({ id }) => id !== parameters.agent)
      .map(({ id, name }) => only(`agent ${id}`, t("view.only", { name }), id)),
    ...(detail === null ? [] : laterEntry({ t, triage, announce }, detail)),
  ];
}

function laterEntry(
  { t, triage: { queue, selection, me, fold }, announce }: Pick<AgentParts, "t" | "triage" | "announce">,
  { row: { id, agent } }: CardDetail,
): readonly PaletteEntry[] {
  const { view, count } = allAside(queue.view, agent.id);
  const next = nextCard({ ...view, arrivals: [] }, id, "on", { me, fold });
  // Where nothing else is left there is nothing to be put behind.
  if (next === null || view.rows.find((row) => row.id === next)?.agent.id === agent.id) return [];
  const run = (): void => {
    queue.update((now) => allAside(now, agent.id).view);
    selection.select(next);
    announce(t("later.done", { count, name: agent.name }));
  };
  return [{ id: "later agent", group: t("group.card"), label: t("later.all", { name: agent.name }), badge: "", run }];
}

/** The view with everything that one agent wants at its end, in its order. */
export function allAside(view: QueueView, agent: string): { readonly view: QueueView; readonly count: number } {
  const ids = view.rows.filter((row) => row.agent.id === agent && row.left === null).map(({ id }) => id);
  return { view: ids.reduce(putAside, view), count: ids.length };
}
