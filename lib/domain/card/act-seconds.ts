import type { BudgetInput } from "./card";

/** Seconds that the act itself takes by device (Card, Moran, Newell 1980; touch is an assumption of the design: review §2.1). */
export const ACT_SECONDS = { keyboard: 0.28, mouse: 1.3, touch: 0.8 } as const satisfies Record<BudgetInput["device"], number>;

/**
 * The seconds that were predicted for a keyboard, for somebody who decided with `device`. What decided with something unknown is held against the
 * keyboard's, as it was predicted.
 */
export function predictedWith(device: string, predictedSeconds: number): number {
  return predictedSeconds + (device === "mouse" || device === "touch" ? ACT_SECONDS[device] - ACT_SECONDS.keyboard : 0);
}
