import type { ComponentType } from "react";

import type { TriageScreenProps } from "../../components/triage/triage-screen";
import { HandWords } from "../../components/words/hand-words";
import { viewName } from "../../lib/client/queue-address";
import type { PersonActor } from "../../lib/services/actor";
import { saveLanguageAction } from "./account/server-actions";
import type { readDesk } from "./read-desk";
import { confirmPasswordAction, deferBreakAction, saveViewAction } from "./server-actions";

export interface DeskPageProps {
  /** How the desk is drawn: beside its list, or one card over the whole screen. */
  readonly Screen: ComponentType<TriageScreenProps>;
  readonly desk: Awaited<ReturnType<typeof readDesk>>;
  readonly person: PersonActor;
}

/** A reviewer's desk, with the texts and the acts that it needs however it is drawn. */
export function DeskPage({ Screen, desk, person }: DeskPageProps) {
  return (
    <HandWords areas={["card", "checks", "desk", "deskPanels", "face", "risk"]}>
      <Screen
        key={viewName(desk.parameters)}
        {...desk}
        me={person.personId}
        confirmPassword={confirmPasswordAction}
        acts={{ saveView: saveViewAction, chooseLanguage: saveLanguageAction }}
        deferBreak={deferBreakAction}
      />
    </HandWords>
  );
}
