import { SLOW_MS, interludeOf } from "../../lib/domain/focus/interlude";
import type { Covers } from "./use-rest";

const of: Covers["of"] = (interlude, at) => (interlude === "slow" ? { type: "slow", until: at + SLOW_MS } : { type: interlude });

/** What stands before a card that is shown alone: decided by {@link interludeOf}. */
export const COVERS: Covers = { of, before: (moment) => of(interludeOf(moment), moment.now) };
