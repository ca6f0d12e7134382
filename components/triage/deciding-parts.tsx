"use client";

import { useState } from "react";

import { AnswerPanel } from "./answer-panel";
import type { ApprovalPanelProps } from "./approval-panel";
import { ApprovalPanel } from "./approval-panel";
import { RenewPanel } from "./renew-panel";

/*
 * What some cards ask for beyond one key, in one piece: every piece that is loaded by itself costs the first card its address.
 */

export { AnswerAct } from "./answer-act";

/** The form that is open in the card: a signature, one that is given anew, or an answer or a question in place of one. */
export function DecidingForm(props: ApprovalPanelProps) {
  const { panel } = props.triage.panels;
  // As it was when the form opened: whoever types on while others renew it keeps the form, and presses no key of the desk.
  const [anew] = useState(props.detail.row.lapsed);
  if (panel === "answer" || panel === "ask") return <AnswerPanel key={panel} as={panel} {...props} />;
  return anew ? <RenewPanel {...props} /> : <ApprovalPanel {...props} />;
}
