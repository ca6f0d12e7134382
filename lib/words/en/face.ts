import { FACE_TEXTS } from "../../domain/card/face-texts";

/** What cards say of their own besides their checks: labels and notes of facts, how it is undone, what a second signature picks. */
export const face = { ...FACE_TEXTS } as const;
