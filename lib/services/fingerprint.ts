import type { VersionExtras } from "../../db/store/types";
import { canonicalJson } from "../domain/canonical";
import { CARD_VERSION, versionsText } from "../domain/versions";
import type { Kind } from "../domain/words";
import type { Context } from "./context";

type Declared = Pick<VersionExtras, "run" | "argumentsSchema" | "fingerprint">;

/** Of a digest of a schema: enough that two never share it by chance. */
const TOOL_DIGITS = 32;

/** What makes an agent the same agent for evidence, as it was when it proposed: another one starts a new observation (design: policy §4.2). */
export function fingerprintOf({ run, fingerprint }: Pick<Declared, "run" | "fingerprint">): string {
  return fingerprint ?? versionsText({ tool: null, card: 1, ...declared(run) });
}

/** The same for a proposal that is being made: what its agent declares, the schema of its tool, and the card that people will read. */
export function fingerprintNow(ctx: Pick<Context, "sha256">, extras: Declared, kind: Kind): string {
  const { run, argumentsSchema, fingerprint } = extras;
  if (fingerprint !== undefined) return fingerprint;
  const tool = argumentsSchema === null ? null : ctx.sha256(canonicalJson(argumentsSchema)).slice(0, TOOL_DIGITS);
  return versionsText({ tool, card: CARD_VERSION[kind], ...declared(run) });
}

/** The extras as they are kept: with their fingerprint where it says more than what the agent declared of itself. */
export function withFingerprint(extras: VersionExtras, fingerprint: string): VersionExtras {
  return fingerprint === fingerprintOf(extras) ? extras : { ...extras, fingerprint };
}

function declared({ model, agentVersion, promptVersion }: VersionExtras["run"]) {
  return { model, agent: agentVersion, prompt: promptVersion ?? null };
}

/** The model and the version of the agent in a fingerprint, for people; null where neither was named. */
export function versionWords(fingerprint: string | null): string | null {
  const parts: unknown = fingerprint === null ? [] : JSON.parse(fingerprint);
  const said = Array.isArray(parts) ? parts.filter((part): part is string => typeof part === "string") : [];
  return said.length === 0 ? null : said.join(" · ");
}
