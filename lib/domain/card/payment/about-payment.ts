import type { AboutKind } from "../about-kind";
import { PAYMENT_CANARIES } from "./payment-canaries";
import { PAYMENT_FACE_TEXTS } from "./payment-face-texts";
import { PAYMENT_TEXTS } from "./payment-texts";

export const ABOUT_PAYMENT = {
  version: 1,
  reasons: ["wrong_amount", "wrong_payee", "duplicate", "outside_policy", "suspected_fraud", "needs_proof"],
  checkTexts: PAYMENT_TEXTS,
  faceTexts: PAYMENT_FACE_TEXTS,
  canaries: PAYMENT_CANARIES,
  ofASystem: true,
  money: true,
} as const satisfies AboutKind;
