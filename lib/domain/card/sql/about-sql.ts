import type { AboutKind } from "../about-kind";
import { SQL_CANARIES } from "./sql-canaries";
import { SQL_FACE_TEXTS } from "./sql-face-texts";
import { SQL_TEXTS } from "./sql-texts";

export const ABOUT_SQL = {
  version: 1,
  reasons: ["too_many_rows", "wrong_filter", "wrong_environment", "no_backup", "not_needed"],
  checkTexts: SQL_TEXTS,
  faceTexts: SQL_FACE_TEXTS,
  canaries: SQL_CANARIES,
  programs: true,
} as const satisfies AboutKind;
