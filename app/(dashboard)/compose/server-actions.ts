"use server";

import * as z from "zod";

import { actingPerson } from "../../../lib/auth/current-person";
import type { ActionResult } from "../../../lib/contract/action-result";
import { asSentence } from "../../../lib/contract/action-result";
import type { ComposedProposal, ImportedLine } from "../../../lib/contract/compose";
import { ProposalInput } from "../../../lib/contract/proposal";
import { parseStrictJson } from "../../../lib/domain/strict-json";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { AppError, isAppError } from "../../../lib/services/app-error";
import { composeProposal } from "../../../lib/services/compose";
import type { Context } from "../../../lib/services/context";
import type { Proposed } from "../../../lib/services/propose-types";
import { actionInput, answerAction } from "../answer-action";

const LINES_MAX = 1_000;
const Compose = z.strictObject({ text: z.string().max(300_000), key: z.string().min(8).max(64) });
const Import = z.strictObject({ text: z.string().max(8_000_000) });

/** One proposal composed by hand, as the JSON that an agent would post. `key` is the form's own, so that sending twice makes one. */
export async function composeAction(input: unknown): Promise<ActionResult<ComposedProposal>> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.compose");
    const { text, key } = actionInput(Compose, input);
    const { ctx } = await getRuntime();
    return composed(await compose(ctx, actor, text, key));
  });
}

/** Many proposals, one JSON object a line. Each line is answered on its own; one bad line stops none of the others. */
export async function importAction(input: unknown): Promise<ActionResult<readonly ImportedLine[]>> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.compose");
    const { text } = actionInput(Import, input);
    const { ctx } = await getRuntime();
    const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, text: line.trim() }));
    const filled = lines.filter((line) => line.text !== "");
    if (filled.length > LINES_MAX)
      throw new AppError("payload_too_large", `a file holds up to ${String(LINES_MAX)} lines: split it`);
    const results: ImportedLine[] = [];
    for (const line of filled) results.push(await importLine(ctx, actor, line));
    return results;
  });
}

async function importLine(
  ctx: Context,
  actor: PersonActor,
  { line, text }: { line: number; text: string },
): Promise<ImportedLine> {
  try {
    // The line's own content is its key: importing a file again makes nothing twice.
    const proposed = await compose(ctx, actor, text, ctx.sha256(text));
    return { line, ok: true, proposal: composed(proposed), replayed: proposed.replayed };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const [issue] = error.issues;
    return { line, ok: false, says: asSentence(issue === undefined ? error.detail : inField(issue)) };
  }
}

/** The field leads in words of its own, so that making a sentence of it leaves its name as it is spelled. */
function inField({ path, says }: { readonly path: string; readonly says: string }): string {
  return path === "" ? says : `in ${path}: ${says}`;
}

async function compose(ctx: Context, actor: PersonActor, text: string, key: string): Promise<Proposed> {
  const json = parseStrictJson(text);
  if (!json.ok) throw new AppError("invalid_json", json.error.detail);
  const parsed = ProposalInput.safeParse(json.value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), says: issue.message }));
    throw new AppError("invalid_request", "some fields do not fit: look at each", { issues });
  }
  return composeProposal(ctx, actor, parsed.data, { key, raw: text });
}

function composed({ found }: Proposed): ComposedProposal {
  const { state, headline } = found.record;
  return { id: state.id, status: state.status, treatment: state.treatment, headline };
}
