import type { PastColumns, PastLines, RecountInput, RecountLine, Shadow, TryRuleInput, TryRuleLine } from "../contract/what-if";
import { answer, get, PeopleApiError, reach } from "./people-api";

/** What a recount came to. */
export type Recounted = Extract<RecountLine, { readonly figures: unknown }>;

/** What a trial of a rule came to. */
export type TriedRule = Extract<TryRuleLine, { readonly looked: number }>;

/** The people's side of the measures, for the browser. */
export const measureApi = {
  whatIf: (days: number, signal?: AbortSignal): Promise<PastColumns> => get(`/what-if?days=${String(days)}`, signal),
  lines: (ids: readonly string[], signal?: AbortSignal): Promise<PastLines> => get(`/what-if/lines?ids=${ids.join(",")}`, signal),
  shadow: (draft: string, signal?: AbortSignal): Promise<Shadow> =>
    get(`/what-if/shadow?draft=${encodeURIComponent(draft)}`, signal),
  recount,
  tryRule,
} as const;

/** Counts a draft on the server, telling how far it is. Throws {@link PeopleApiError}. */
function recount(input: RecountInput, onProgress: OnProgress, signal?: AbortSignal): Promise<Recounted> {
  return counted<Recounted>("/what-if/recount", input, onProgress, signal);
}

/** Tries a rule on the newest proposals, telling how far it is. Throws {@link PeopleApiError}. */
function tryRule(input: TryRuleInput, onProgress: OnProgress, signal?: AbortSignal): Promise<TriedRule> {
  return counted<TriedRule>("/what-if/rule", input, onProgress, signal);
}

type OnProgress = (done: number, total: number) => void;
type Line<Result> =
  | Result
  | { readonly done: number; readonly total: number }
  | { readonly refused: Pick<ConstructorParameters<typeof PeopleApiError>[0], "code" | "detail"> };

/** The last line of an answer that comes line by line, told how far it is by those before it. */
async function counted<Result extends object>(
  path: string,
  input: object,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await reach(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/x-ndjson" },
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok || response.body === null) return answer<Result>(response);
  let rest = "";
  let result: Result | null = null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    const lines = (rest + step.value).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's answer, checked against the contract in its tests
      const line = JSON.parse(text) as Line<Result>;
      if ("done" in line) onProgress(line.done, line.total);
      else if ("refused" in line) throw new PeopleApiError({ ...line.refused, status: 422 });
      else result = line;
    }
  }
  if (result === null) throw new PeopleApiError({ code: "unavailable", status: 503, detail: "the count was cut off: try again" });
  return result;
}
