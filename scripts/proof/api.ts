import fc from "fast-check";
import * as z from "zod";

import { ENDPOINTS } from "../../lib/contract/endpoints";
import type { Endpoint } from "../../lib/contract/endpoint";
import { openApiText, refusalsOf } from "../../lib/contract/openapi";
import { Problem } from "../../lib/contract/problem";
import { Proposal } from "../../lib/contract/proposal";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import type { ApiRequest } from "./api-requests";
import { apiRequests } from "./api-requests";
import type { ApiScene } from "./api-scene";
import { openApiScene } from "./api-scene";
import type { Extent, Proof } from "./proof";
import { COMMAND_LINE, inTemporaryFolder, ticketNamed } from "./workspace";

const SLICE = 2_000;
const FULL = 100_000;
const CHUNK = 500;
const SEEDED = 12;
/** An answer that takes this long is a hang (design: trust §9). */
const HANG_MS = 5_000;
/** What a wrong pick leaves behind on purpose: a slip that was caught is recorded, and the call refused. */
const RECORDED_REFUSALS = new Set(["wrong_match"]);
/** Refusals that any address and any method may meet. */
const ANYWHERE = new Set(["not_found", "method_not_allowed", "invalid_header", "invalid_request"]);
const STACK = /\bat [\w.<>]+ \(|\.ts:\d+|node_modules|SQLITE|Error:/;

interface Tally {
  requests: number;
  accepted: number;
  refused: number;
  serverErrors: number;
  hangs: number;
  offContract: number;
  leaks: number;
  halfWritten: number;
  readonly codes: Set<string>;
  readonly notes: string[];
}

/** What texts of a request may stand for: proposals that exist, and the words that belong to the latest. */
interface Known {
  readonly ids: string[];
  readonly words: Record<string, string>;
}

/**
 * Requests generated from the API's own document, sent through both doors (design: trust §9, P13): every answer is one the document names, no
 * refusal writes anything, nothing takes long, and no answer repeats a secret or shows a stack.
 */
export async function api({ full, progress }: Extent): Promise<readonly Proof[]> {
  const goal = full ? FULL : SLICE;
  const seed = Math.floor(Date.now() % 2 ** 31);
  return inTemporaryFolder(async (folder) => {
    const scene = await openApiScene(folder);
    try {
      const requests = apiRequests(z.record(z.string(), z.json()).parse(JSON.parse(openApiText(scene.ctx.baseUrl))));
      const known: Known = { ids: [], words: {} };
      const counts = {
        requests: 0,
        accepted: 0,
        refused: 0,
        serverErrors: 0,
        hangs: 0,
        offContract: 0,
        leaks: 0,
        halfWritten: 0,
      };
      const tally: Tally = { ...counts, codes: new Set(), notes: [] };
      await seedProposals(scene, known);
      while (tally.requests < goal) {
        const chunk = fc.sample(requests, { numRuns: CHUNK, seed: seed + tally.requests });
        for (const request of chunk) await tryOne(scene, known, request, tally);
        progress(`${String(tally.requests)} of ${String(goal)} requests`);
      }
      return [await proofOf(scene, tally, seed)];
    } finally {
      await scene.close();
    }
  });
}

async function proofOf({ ctx }: ApiScene, { notes, codes, ...counts }: Tally, seed: number): Promise<Proof> {
  for (const note of notes.slice(0, 10)) process.stderr.write(`${note}\n`);
  const { serverErrors, hangs, offContract, leaks, halfWritten, accepted, refused } = counts;
  const polluted = "polluted" in {};
  const ledgerHolds = (await verifyLedger(ctx, COMMAND_LINE)).ok;
  const clean = serverErrors + hangs + offContract + leaks + halfWritten === 0 && !polluted && ledgerHolds;
  return {
    name: "api: every generated request is answered by the contract, and a refusal writes nothing",
    // Requests that are all refused, or all for the same reason, would say little.
    holds: clean && accepted > counts.requests / 20 && refused > counts.requests / 4 && codes.size >= 12,
    ...counts,
    codes: codes.size,
    polluted,
    ledgerHolds,
    seed,
  };
}

async function seedProposals(scene: ApiScene, known: Known): Promise<void> {
  for (let count = 0; count < SEEDED; count += 1) {
    const ticket = ticketNamed(`api${String(count)}`);
    const input: unknown = count % 3 === 0 ? { action: { name: "crm.get", arguments: { id: String(count) } } } : ticket;
    const headers = { ...scene.credentials.agent, "content-type": "application/json" };
    const answer = await scene.send("framework", "/proposals", { method: "POST", headers, body: JSON.stringify(input) });
    learn(known, Proposal.parse(await answer.json()));
  }
}

function learn(known: Known, { id, digest, receipt, redemption }: Proposal): void {
  known.ids.push(id);
  Object.assign(known.words, { "@digest": digest, ...(receipt === null ? {} : { "@receipt": receipt }) });
  if (redemption !== null) known.words["@redemption"] = redemption;
}

function filledIn(text: string, { ids, words }: Known): string {
  return text
    .replaceAll(/(?:@|%40)id(?::|%3A)(\d+)/g, (_, place: string) => ids[Number(place) % ids.length] ?? "none")
    .replaceAll(/@(?:digest|receipt|redemption)\b/g, (word) => words[word] ?? word);
}

async function tryOne(scene: ApiScene, known: Known, request: ApiRequest, tally: Tally): Promise<void> {
  const { ctx, credentials, send } = scene;
  const before = await ctx.store.read.ledgerHead();
  const address = filledIn(request.path, known);
  const body = typeof request.body === "string" ? filledIn(request.body, known) : request.body;
  const left = new AbortController();
  const late = setTimeout(() => {
    left.abort();
  }, HANG_MS);
  tally.requests += 1;
  const note = (what: string): void => {
    tally.notes.push(
      `${what}: ${request.method} ${address.slice(0, 200)} as ${request.credential} ${JSON.stringify(request.headers).slice(0, 200)} ${String(body).slice(0, 300)}`,
    );
  };
  try {
    const answer = await send(tally.requests % 2 === 0 ? "server" : "framework", address, {
      method: request.method,
      headers: { ...request.headers, ...credentials[request.credential] },
      ...(body === null ? {} : { body }),
      signal: left.signal,
    });
    const text = isStream(answer) ? "" : await answer.text();
    if (isStream(answer)) await answer.body?.cancel();
    judge(scene, known, request, { answer, text }, tally, note);
    const after = await ctx.store.read.ledgerHead();
    if (answer.status >= 400 && after.seq !== before.seq && !RECORDED_REFUSALS.has(codeOf(text))) {
      tally.halfWritten += 1;
      note("written although refused");
    }
  } catch (error) {
    tally.hangs += 1;
    note(`no answer (${String(error)})`);
  } finally {
    clearTimeout(late);
  }
}

function judge(
  { secrets }: ApiScene,
  known: Known,
  request: ApiRequest,
  { answer, text }: { readonly answer: Response; readonly text: string },
  tally: Tally,
  note: (what: string) => void,
): void {
  const { status } = answer;
  if (status >= 500) tally.serverErrors += 1;
  if (status < 400) tally.accepted += 1;
  else tally.refused += 1;
  const fault = status < 400 ? offReply(request, answer, text, known) : offProblem(request, answer, text, tally);
  if (fault !== null) tally.offContract += 1;
  const leaks = secrets.some((secret) => text.includes(secret)) || (status >= 400 && STACK.test(text));
  if (leaks) tally.leaks += 1;
  if (status >= 500 || fault !== null || leaks) note(`${String(status)} ${fault ?? ""} ${text.slice(0, 300)}`);
}

/** What an accepted answer has that its declaration has not; null when it fits. */
function offReply(request: ApiRequest, answer: Response, text: string, known: Known): string | null {
  const declared = endpointOf(request);
  if (declared === null || !request.plain || answer.status === 204) return null;
  if (answer.status !== declared.status) return "a status that is not declared";
  if ("mediaType" in declared.reply) return null;
  const read = declared.reply.safeParse(JSON.parse(text));
  if (declared.id === "propose" && read.success) learn(known, Proposal.parse(JSON.parse(text)));
  return read.success ? null : z.prettifyError(read.error);
}

/** What is wrong with a refusal; null when it is a problem document with a code that is declared for the call. */
function offProblem(request: ApiRequest, answer: Response, text: string, tally: Tally): string | null {
  if (request.method === "HEAD") return text === "" ? null : "a HEAD with a body";
  if (!(answer.headers.get("content-type") ?? "").startsWith("application/problem+json")) return "not a problem document";
  const read = Problem.safeParse(JSON.parse(text));
  if (!read.success) return z.prettifyError(read.error);
  const { code, status } = read.data;
  tally.codes.add(code);
  if (status !== answer.status) return "a status that differs from the document's";
  const declared = endpointOf(request);
  const known = declared === null || !request.plain || refusalsOf(declared).includes(code) || ANYWHERE.has(code);
  return known ? null : `${code} is not declared for ${request.operation}`;
}

function endpointOf({ operation }: ApiRequest): Endpoint | null {
  return ENDPOINTS.find(({ method, path }) => `${method} ${path}` === operation) ?? null;
}

function isStream(answer: Response): boolean {
  return (answer.headers.get("content-type") ?? "").startsWith("text/event-stream");
}

function codeOf(text: string): string {
  const read = Problem.safeParse(JSON.parse(text === "" ? "null" : text));
  return read.success ? read.data.code : "";
}
