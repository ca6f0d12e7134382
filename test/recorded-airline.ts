import { existsSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(import.meta.dirname, "../../shared/data/airline");

/** What an airline's agent was recorded doing, with the tools it had: beside the checkout, never in it. */
export const AIRLINE = { calls: path.join(FOLDER, "tool-calls.jsonl"), tools: path.join(FOLDER, "tools.json") } as const;
/** False on a checkout that stands alone: what needs them is skipped, and its name says so. */
export const HAS_AIRLINE = existsSync(AIRLINE.calls);
