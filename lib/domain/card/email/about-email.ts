import type { AboutKind } from "../about-kind";
import { EMAIL_CANARIES } from "./email-canaries";
import { EMAIL_FACE_TEXTS } from "./email-face-texts";
import { EMAIL_TEXTS } from "./email-texts";

export const ABOUT_EMAIL = {
  version: 1,
  reasons: ["wrong_person", "wrong_fact", "tone", "promise_not_allowed", "leaks_data", "not_needed"],
  checkTexts: EMAIL_TEXTS,
  faceTexts: EMAIL_FACE_TEXTS,
  canaries: EMAIL_CANARIES,
  prose: true,
} as const satisfies AboutKind;
