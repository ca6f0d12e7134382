import { CHECK_TEXTS } from "../../domain/card/check-texts";

/** What the checks of a card say. */
export const checks = { ...CHECK_TEXTS } as const;
