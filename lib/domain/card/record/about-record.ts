import type { AboutKind } from "../about-kind";
import { RECORD_CANARIES } from "./record-canaries";
import { RECORD_FACE_TEXTS } from "./record-face-texts";
import { RECORD_TEXTS } from "./record-texts";

export const ABOUT_RECORD = {
  version: 1,
  reasons: ["wrong_record", "wrong_value", "overwrites_human", "unsupported", "outside_policy"],
  checkTexts: RECORD_TEXTS,
  faceTexts: RECORD_FACE_TEXTS,
  canaries: RECORD_CANARIES,
  ofASystem: true,
  holdsValues: true,
} as const satisfies AboutKind;
