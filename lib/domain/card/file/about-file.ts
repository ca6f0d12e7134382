import type { AboutKind } from "../about-kind";
import { FILE_CANARIES } from "./file-canaries";
import { FILE_FACE_TEXTS } from "./file-face-texts";
import { FILE_TEXTS } from "./file-texts";

export const ABOUT_FILE = {
  version: 1,
  reasons: ["wrong_files", "too_many_files", "no_copy_kept", "wrong_access", "not_needed"],
  checkTexts: FILE_TEXTS,
  faceTexts: FILE_FACE_TEXTS,
  canaries: FILE_CANARIES,
  paths: true,
} as const satisfies AboutKind;
