import path from "node:path";

import type { Json, JsonObject } from "../../lib/domain/json";
import { isAppError } from "../../lib/services/app-error";
import { propose } from "../../lib/services/propose";
import type { ProposeInput } from "../../lib/services/propose-input";
import type { Extent, Proof } from "./proof";
import { agentNamed, inTemporaryFolder, openContext } from "./workspace";

const SLICE = 200;
/** Text that has a legitimate use for them: they are shown as breaks where several lines are. */
const BREAKS = new Set(["\t", "\n", "\r"]);
const LAST_CODE_POINT = 0x10ffff;
/** Unicode's own words for what draws nothing or moves what is drawn; the three symbols are blank all the same. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u2800\u{16fe4}\u{1d159}]|(?! )\p{Zs}/u;

/** Where a hidden character may stand in a proposal that would run by itself without it. */
const PLACES: readonly ((hidden: string) => ProposeInput)[] = [
  (hidden) => reading({ id: `${hidden}W2378156` }),
  (hidden) => reading({ id: `W237${hidden}8156` }),
  (hidden) => reading({ id: `W2378156${hidden}` }),
  (hidden) => reading({ [`id${hidden}`]: "W2378156" }),
  (hidden) => reading({ filter: { any: [1, { name: `Dana${hidden}Reyes` }] } }),
  (hidden) => ({ ...reading({ id: "W2378156" }), target: { system: "CRM", resource: `order${hidden} W2378156` } }),
];

type Verdict = "hiddenText" | "notReadable" | "refused" | "ran" | "unnamed";

function reading(given: Readonly<Record<string, Json>>): ProposeInput {
  const args: JsonObject = given;
  return { action: { name: "crm.get", arguments: args } };
}

/**
 * Every character that nobody would see (design: trust H2), in each place of a proposal that would otherwise run by itself: none runs, and each is
 * found by a detector or refused at the door.
 */
export async function unicode({ full, progress }: Extent): Promise<readonly Proof[]> {
  const all = hiddenCharacters();
  const chosen = full ? all : Array.from({ length: SLICE }, (_, index) => all[Math.floor((index * all.length) / SLICE)] ?? "");
  return inTemporaryFolder(async (folder) => {
    const ctx = await openContext(path.join(folder, "unicode.db"));
    const agent = await agentNamed(ctx, "unicode");
    ctx.live.pendingCap = 1_000_000;
    const counts = { tried: 0, hiddenText: 0, notReadable: 0, refused: 0, ran: 0, unnamed: 0 };
    const judge = async (input: ProposeInput): Promise<Verdict> => {
      try {
        const { found } = await propose(ctx, agent, input, { idempotencyKey: null, raw: null });
        const { treatment, risk } = found.version.assessment;
        if (treatment === "auto" || treatment === "audit") return "ran";
        const detected = new Set(risk.reasons.flatMap((reason) => (reason.source === "detector" ? [reason.id] : [])));
        if (detected.has("hidden-text")) return "hiddenText";
        // In a name or beside the arguments the card cannot show it: the part it stands in is named instead.
        return detected.has("not-readable") ? "notReadable" : "unnamed";
      } catch (error) {
        if (isAppError(error)) return "refused";
        throw error;
      }
    };
    try {
      const plain = await Promise.all(PLACES.map((place) => judge(place(""))));
      for (const character of chosen) {
        const verdicts = await Promise.all(PLACES.map((place) => judge(place(character))));
        for (const [place, verdict] of verdicts.entries()) {
          counts.tried += 1;
          counts[verdict] += 1;
          if (verdict === "ran" || verdict === "unnamed") {
            process.stderr.write(`U+${(character.codePointAt(0) ?? 0).toString(16)} in place ${String(place)}: ${verdict}\n`);
          }
        }
        if (counts.tried % 300 === 0) progress(`${String(counts.tried)} proposals`);
      }
      const runsWithout = plain.every((verdict) => verdict === "ran");
      const holds = runsWithout && counts.ran + counts.unnamed === 0 && chosen.length >= SLICE;
      const name = "unicode: hidden content never runs by itself, and a detector finds each";
      return [{ name, holds, characters: chosen.length, ofAll: all.length, places: PLACES.length, ...counts, runsWithout }];
    } finally {
      await ctx.store.close();
    }
  });
}

function hiddenCharacters(): readonly string[] {
  const found: string[] = [];
  for (let point = 0; point <= LAST_CODE_POINT; point += 1) {
    const character = String.fromCodePoint(point);
    if (HIDDEN.test(character) && !BREAKS.has(character)) found.push(character);
  }
  return found;
}
