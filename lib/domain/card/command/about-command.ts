import type { AboutKind } from "../about-kind";
import { COMMAND_CANARIES } from "./command-canaries";
import { COMMAND_FACE_TEXTS } from "./command-face-texts";
import { COMMAND_TEXTS } from "./command-texts";

export const ABOUT_COMMAND = {
  version: 1,
  reasons: ["wrong_environment", "too_broad", "not_reversible", "bad_timing", "not_needed"],
  checkTexts: COMMAND_TEXTS,
  faceTexts: COMMAND_FACE_TEXTS,
  canaries: COMMAND_CANARIES,
  programs: true,
} as const satisfies AboutKind;
