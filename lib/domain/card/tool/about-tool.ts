import type { AboutKind } from "../about-kind";
import { TOOL_CANARIES } from "./tool-canaries";
import { TOOL_TEXTS } from "./tool-texts";

export const ABOUT_TOOL = {
  version: 1,
  reasons: ["wrong_tool", "wrong_value", "wrong_target", "outside_policy", "not_needed"],
  checkTexts: TOOL_TEXTS,
  faceTexts: {},
  canaries: TOOL_CANARIES,
  ofASystem: true,
  plain: true,
} as const satisfies AboutKind;
