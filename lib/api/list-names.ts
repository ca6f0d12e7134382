/** Names the list that a cursor of the queue belongs to: the same section, filters and order, whoever asks. */
export function queueList(query: {
  readonly queue: string;
  readonly sort: string;
  readonly agentId?: string;
  readonly kind?: string;
}): string {
  return `queue\n${query.queue}\n${query.sort}\n${query.agentId ?? ""}\n${query.kind ?? ""}`;
}
