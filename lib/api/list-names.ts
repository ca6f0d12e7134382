/** Names the list that a cursor of the queue belongs to: the same section, filters and order, whoever asks. */
export function queueList(query: {
  readonly queue: string;
  readonly sort: string;
  readonly agentId?: string;
  readonly kind?: string;
  readonly mine?: boolean;
  readonly text?: string;
}): string {
  const { queue, sort, agentId = "", kind = "", mine = false, text = "" } = query;
  return `queue\n${queue}\n${sort}\n${agentId}\n${kind}\n${String(mine)}\n${text}`;
}
