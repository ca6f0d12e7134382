import { AIRLINE_FACE_TEXTS } from "./airline/airline-face-texts";
import { textsOfKinds } from "./kinds";
import { SHARED_FACE_TEXTS } from "./shared-face-texts";

/** Everything that cards say besides their checks, in English: a file a kind. The catalogue takes it over. */
export const FACE_TEXTS = { ...SHARED_FACE_TEXTS, ...AIRLINE_FACE_TEXTS, ...textsOfKinds("faceTexts") } as const;
