"use client";

import { later, useLoadedWhenIdle } from "../ui/later";
import type { HelpSheetProps } from "../shell/help-sheet";
import type { CommentSheetProps } from "./comment-sheet";
import type { EditSheetProps } from "./edit-sheet";
import type { EvidenceSheetProps } from "./evidence-sheet";
import type { PaletteProps } from "./palette";

const evidenceSheet = later<EvidenceSheetProps>(async () => (await import("./evidence-sheet")).EvidenceSheet);
const editSheet = later<EditSheetProps>(async () => (await import("./edit-sheet")).EditSheet);
const commentSheet = later<CommentSheetProps>(async () => (await import("./comment-sheet")).CommentSheet);
const palette = later<PaletteProps>(async () => (await import("./palette")).Palette);
const helpSheet = later<HelpSheetProps>(async () => (await import("../shell/help-sheet")).HelpSheet);

export interface OpenPanelProps extends PaletteProps, Pick<HelpSheetProps, "keys">, Pick<EditSheetProps, "confirmPassword"> {
  /** Everyone who decides here. */
  readonly people: CommentSheetProps["people"];
}

/** What is open over the desk. Loaded behind the first card, and then loads each of its panels ahead of need. */
export function OpenPanel({ triage, ...props }: OpenPanelProps) {
  const { people, agents, confirmPassword, parameters, preferences, screens, acts } = props;
  const { panel, close } = triage.panels;
  const { detail } = triage.card;
  useLoadedWhenIdle(evidenceSheet);
  useLoadedWhenIdle(editSheet);
  useLoadedWhenIdle(helpSheet);
  useLoadedWhenIdle(palette);
  useLoadedWhenIdle(commentSheet);
  return (
    <>
      {panel === "edit" && detail !== null && (
        <editSheet.Part triage={triage} detail={detail} confirmPassword={confirmPassword} />
      )}
      {(panel === "evidence" || panel === "why") && detail !== null && <evidenceSheet.Part triage={triage} detail={detail} />}
      {panel === "comments" && detail !== null && <commentSheet.Part triage={triage} detail={detail} people={people} />}
      {panel === "palette" && (
        <palette.Part
          triage={triage}
          parameters={parameters}
          preferences={preferences}
          screens={screens}
          agents={agents}
          acts={acts}
        />
      )}
      {panel === "keys" && <helpSheet.Part keys={props.keys} onClose={close} />}
    </>
  );
}
