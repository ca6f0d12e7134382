"use client";

import { AnswerPanel } from "./answer-panel";
import type { ApprovalPanelProps } from "./approval-panel";
import { ApprovalPanel } from "./approval-panel";

/*
 * What some cards ask for beyond one key, in one piece: every piece that is loaded by itself costs the first card its address.
 */

export { AnswerAct } from "./answer-act";

/** The form that is open in the card: a signature, or an answer or a question in place of one. */
export function DecidingForm(props: ApprovalPanelProps) {
  const { panel } = props.triage.panels;
  return panel === "answer" || panel === "ask" ? <AnswerPanel key={panel} as={panel} {...props} /> : <ApprovalPanel {...props} />;
}
