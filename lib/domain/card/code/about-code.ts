import type { AboutKind } from "../about-kind";
import { CODE_CANARIES } from "./code-canaries";
import { CODE_FACE_TEXTS } from "./code-face-texts";
import { CODE_TEXTS } from "./code-texts";

export const ABOUT_CODE = {
  version: 1,
  reasons: ["scope_too_wide", "wrong_approach", "missing_tests", "security", "style"],
  checkTexts: CODE_TEXTS,
  faceTexts: CODE_FACE_TEXTS,
  canaries: CODE_CANARIES,
  programs: true,
} as const satisfies AboutKind;
