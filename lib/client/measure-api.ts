import type { PastColumns, PastLines, RecountInput, RecountLine } from "../contract/what-if";
import { answer, get, PeopleApiError, reach } from "./people-api";

/** What a recount came to. */
export type Recounted = Extract<RecountLine, { readonly figures: unknown }>;

/** The people's side of the measures, for the browser. */
export const measureApi = {
  whatIf: (days: number, signal?: AbortSignal): Promise<PastColumns> => get(`/what-if?days=${String(days)}`, signal),
  lines: (ids: readonly string[], signal?: AbortSignal): Promise<PastLines> => get(`/what-if/lines?ids=${ids.join(",")}`, signal),
  recount,
} as const;

/** Counts a draft on the server, telling how far it is. Throws {@link PeopleApiError}. */
async function recount(
  input: RecountInput,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Recounted> {
  const response = await reach("/what-if/recount", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/x-ndjson" },
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok || response.body === null) return answer<Recounted>(response);
  let rest = "";
  let counted: Recounted | null = null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    const lines = (rest + step.value).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's answer, checked against the contract in its tests
      const line = JSON.parse(text) as RecountLine;
      if ("done" in line) onProgress(line.done, line.total);
      else if ("refused" in line) throw new PeopleApiError({ ...line.refused, status: 422 });
      else counted = line;
    }
  }
  if (counted === null)
    throw new PeopleApiError({ code: "unavailable", status: 503, detail: "the count was cut off: try again" });
  return counted;
}
