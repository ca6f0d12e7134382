import type { AboutKind } from "../about-kind";
import { POST_CANARIES } from "./post-canaries";
import { POST_FACE_TEXTS } from "./post-face-texts";
import { POST_TEXTS } from "./post-texts";

export const ABOUT_POST = {
  version: 1,
  reasons: ["wrong_account", "wrong_fact", "tone", "bad_timing", "not_needed"],
  checkTexts: POST_TEXTS,
  faceTexts: POST_FACE_TEXTS,
  canaries: POST_CANARIES,
  prose: true,
} as const satisfies AboutKind;
