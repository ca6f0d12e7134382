import { ENDPOINTS } from "../../lib/contract/endpoints";
import { Problem } from "../../lib/contract/problem";
import { Proposal } from "../../lib/contract/proposal";
import { DEFAULT_POLICY } from "../../lib/domain/policy/default-policy";
import type { Credential } from "./api-requests";
import { CREDENTIALS } from "./api-requests";
import type { ApiScene } from "./api-scene";
import { openApiScene } from "./api-scene";
import type { Extent, Proof } from "./proof";
import { inTemporaryFolder, ticketNamed } from "./workspace";

/** Who may: anyone · an agent with a scope · a signed-in person who reads · one who keeps the record · one who decides · one who makes policy, reading or writing · whoever scrapes on this machine. */
type Who =
  | "anyone"
  | "propose"
  | "read"
  | "redeem"
  | "report"
  | "findings"
  | "reader"
  | "keeper"
  | "decider"
  | "counter"
  | "maker"
  | "scraper";

/** The whole API by hand, beside the declarations that the server answers by: a call without a row here fails the proof. */
const MATRIX: Readonly<Record<string, Who>> = {
  "POST /proposals": "propose",
  "POST /proposals/batch": "propose",
  "GET /proposals": "read",
  "GET /proposals/{id}": "read",
  "POST /proposals/{id}/withdraw": "propose",
  "POST /proposals/{id}/redeem": "redeem",
  "POST /proposals/{id}/outcome": "report",
  "POST /findings": "findings",
  "POST /check": "propose",
  "GET /events": "read",
  "GET /policy/version": "read",
  "GET /receipts/keys": "anyone",
  "GET /health/live": "anyone",
  "GET /health/ready": "anyone",
  "GET /openapi.json": "anyone",
  "GET /metrics": "scraper",
  "GET /people/queue": "reader",
  "GET /people/cards/{id}": "reader",
  "GET /people/proposals/{id}": "reader",
  "GET /people/history": "reader",
  "GET /people/export": "keeper",
  "GET /people/last": "reader",
  "GET /people/events": "reader",
  "POST /people/lease": "decider",
  "POST /people/lease/release": "decider",
  "POST /people/decide": "decider",
  "POST /people/preview": "decider",
  "POST /people/undo": "decider",
  "POST /people/release": "decider",
  "POST /people/reason": "decider",
  "POST /people/renew": "decider",
  "POST /people/later": "decider",
  "GET /people/cards/{id}/alike": "reader",
  "GET /people/cards/{id}/earlier": "reader",
  "GET /people/cards/{id}/run": "reader",
  "GET /people/today": "reader",
  "GET /people/frame": "reader",
  "GET /people/cards/{id}/comments": "reader",
  "POST /people/batch/draw": "decider",
  "POST /people/batch/approve": "decider",
  "POST /people/batch/reject": "decider",
  "POST /people/comments": "decider",
  "POST /people/assign": "decider",
  "POST /people/findings": "decider",
  "GET /people/what-if": "counter",
  "GET /people/what-if/lines": "counter",
  "POST /people/what-if/recount": "maker",
  "POST /people/what-if/rule": "maker",
  "GET /people/what-if/shadow": "counter",
  "GET /people/insights": "reader",
  "GET /people/insights/export": "keeper",
};
/** A draft of the policy, saved beforehand. */
const DRAFT = "Kept";
const PEOPLE: ReadonlySet<Credential> = new Set(["admin", "reviewer", "auditor", "foreignPage"]);

/** What the table says of one credential: let in, unknown, not allowed, or told that somebody else's proposal does not exist. */
function expected(
  who: Who,
  credential: Credential,
  { scoped, door }: { readonly scoped: boolean; readonly door: string },
): string {
  if (who === "anyone" || (who === "scraper" && door === "server")) return "in";
  if (isForPeople(who)) return expectedOfPeople(who, credential);
  if (credential === "agent") return "in";
  if (credential === "otherAgent") return scoped ? "404" : "in";
  if (credential === "readOnly") return who === "read" ? "in" : "403";
  return "401";
}

type OfPeople = Extract<Who, "reader" | "keeper" | "decider" | "counter" | "maker">;

function isForPeople(who: Who): who is OfPeople {
  return ["reader", "keeper", "decider", "counter", "maker"].includes(who);
}

function expectedOfPeople(who: OfPeople, credential: Credential): string {
  if (credential === "foreignPage") return "403";
  // A change without a page of ours behind it is cross-site before anybody is known.
  if (!PEOPLE.has(credential)) return who === "decider" || who === "maker" ? "403" : "401";
  if (who === "counter" || who === "maker") return credential === "admin" ? "in" : "403";
  if (who === "keeper") return credential === "reviewer" ? "403" : "in";
  return who === "decider" && credential === "auditor" ? "403" : "in";
}

/** Every call with every credential through both doors, held against a table (design: trust P6, P7): who gets in, who does not, and nobody else's. */
export async function authz({ progress }: Extent): Promise<readonly Proof[]> {
  return inTemporaryFolder(async (folder) => {
    const scene = await openApiScene(folder);
    try {
      const id = await seeded(scene);
      const counts = { tried: 0, as: 0, differed: 0 };
      const unlisted = ENDPOINTS.filter(({ method, path }) => MATRIX[`${method} ${path}`] === undefined).map(({ path }) => path);
      for (const call of Object.entries(MATRIX)) {
        for (const credential of CREDENTIALS) {
          for (const door of ["server", "framework"] as const) await tryOne(scene, { call, credential, door, id }, counts);
        }
        progress(`${String(counts.tried)} combinations`);
      }
      if (unlisted.length > 0) process.stderr.write(`calls without a row: ${unlisted.join(", ")}\n`);
      const holds = unlisted.length === 0 && counts.differed === 0 && Object.keys(MATRIX).length === ENDPOINTS.length;
      const name = "authz: every call lets in exactly those the table names";
      return [{ name, holds, calls: ENDPOINTS.length, credentials: CREDENTIALS.length, doors: 2, ...counts }];
    } finally {
      await scene.close();
    }
  });
}

interface Combination {
  readonly call: readonly [call: string, who: Who];
  readonly credential: Credential;
  readonly door: "server" | "framework";
  readonly id: string;
}

async function tryOne(
  scene: ApiScene,
  tried: Combination,
  counts: { tried: number; as: number; differed: number },
): Promise<void> {
  const { credential, door, id } = tried;
  const [call, who] = tried.call;
  const [method = "GET", path = ""] = call.split(" ");
  const answer = await scene.send(door, `${path.replace("{id}", id)}${queryOf(path, id)}`, {
    method,
    headers: { ...scene.credentials[credential], ...(method === "POST" ? { "content-type": "application/json" } : {}) },
    ...(method === "POST" ? { body: JSON.stringify(bodyOf(path, id)) } : {}),
  });
  const verdict = await verdictOf(answer);
  const scoped = path.includes("{id}") || path === "/findings";
  const due = expected(who, credential, { scoped, door });
  counts.tried += 1;
  if (verdict === due) {
    counts.as += 1;
    return;
  }
  counts.differed += 1;
  process.stderr.write(`${call} as ${credential} at the ${door}’s door: ${verdict} instead of ${due}\n`);
}

async function verdictOf(answer: Response): Promise<string> {
  if (answer.status < 400 || !(answer.headers.get("content-type") ?? "").startsWith("application/problem")) {
    await answer.body?.cancel();
    return answer.status < 400 ? "in" : String(answer.status);
  }
  const { status } = Problem.parse(await answer.json());
  return status === 401 || status === 403 || status === 404 ? String(status) : "in";
}

/** What a reading must be asked for, or is asked for where that is what not everybody may have. */
function queryOf(path: string, id: string): string {
  const queries: Readonly<Record<string, string>> = {
    "/people/what-if/lines": `?ids=${id}`,
    "/people/what-if/shadow": `?draft=${DRAFT}`,
    "/people/insights/export": "?what=items",
  };
  return queries[path] ?? "";
}

async function seeded({ ctx, send, credentials }: ApiScene): Promise<string> {
  const draft = { name: DRAFT, text: JSON.stringify(DEFAULT_POLICY), basedOn: 1, by: ctx.newId("person"), at: ctx.clock() };
  await ctx.store.transact(function* (tx) {
    yield* tx.savePolicyDraft(draft);
    return { result: null, unchanged: true };
  });
  const headers = { ...credentials.agent, "content-type": "application/json" };
  const answer = await send("framework", "/proposals", { method: "POST", headers, body: JSON.stringify(ticketNamed("authz")) });
  return Proposal.parse(await answer.json()).id;
}

/** A body that fits, so that only the caller can be the reason to refuse. */
function bodyOf(path: string, proposal: string): unknown {
  const bodies: Readonly<Record<string, unknown>> = {
    "/proposals": ticketNamed("authz more"),
    "/proposals/batch": [ticketNamed("authz batch")],
    "/check": ticketNamed("authz check"),
    "/proposals/{id}/redeem": { receipt: "none" },
    "/proposals/{id}/outcome": { redemption: "none", status: "succeeded" },
    "/proposals/{id}/withdraw": {},
    "/findings": { proposal, kind: "label", text: "wrong" },
    "/people/lease": { proposal, version: 1 },
    "/people/decide": { proposal, version: 1, digest: "sha256:0", decision: { type: "approve" }, act: { type: "key" } },
    "/people/batch/draw": { items: [{ proposal, version: 1, digest: "sha256:0" }] },
    "/people/batch/approve": { batch: "bat_0", digest: "sha256:0" },
    "/people/batch/reject": {
      items: [{ proposal, version: 1, digest: "sha256:0" }],
      reason: { code: "other", text: null },
    },
    "/people/comments": { proposal, text: "Why?" },
    "/people/assign": { proposal, person: null },
    "/people/findings": { proposal, kind: "incident", text: "wrong" },
    "/people/what-if/recount": { text: "{}", from: 0, until: 1, kind: null, agent: null },
    "/people/what-if/rule": { text: "{}", place: null, match: "*", when: null, sets: {} },
    "/people/preview": { proposal, version: 1, arguments: {} },
    "/people/reason": { proposal, reason: { code: "other", text: null } },
  };
  return bodies[path] ?? { proposal };
}
