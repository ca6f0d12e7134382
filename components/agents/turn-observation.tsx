"use client";

import { useState } from "react";

import { OBSERVATION_LOOKS, type ObservationTurn } from "../../lib/domain/observation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { srOnly } from "../ui/sr-only";
import { useAction } from "../ui/use-action";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { AgentActions } from "./agent-actions";
import type { ObservationView } from "./agent-view";
import { observationState, observationWords } from "./observation-words";

export interface TurnObservationProps {
  readonly agentId: string;
  readonly observation: ObservationView;
  readonly turn: AgentActions["observe"];
}

/** What an admin can make of one observation: end it, or begin it again. Each says why. */
export function TurnObservation(props: TurnObservationProps) {
  const { agentId, observation, turn: act } = props;
  const t = useWords("agents");
  const [open, setOpen] = useState<ObservationTurn | null>(null);
  const [shown, setShown] = useState<ObservationTurn>("end");
  const acting = useAction(act, () => setOpen(null));
  const { actionName, fingerprint, wrong, endedAt } = observation;
  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      {turnsOf(observation).map((turn) => (
        <Button
          key={turn}
          size="small"
          onClick={() => {
            acting.clear();
            setShown(turn);
            setOpen(turn);
          }}
        >
          {turn === "end"
            ? t.rich("turn.end", { action: actionName, hidden: srOnly })
            : t.rich("turn.again", { looks: OBSERVATION_LOOKS, action: actionName, hidden: srOnly })}
        </Button>
      ))}
      <FormDialog
        open={open !== null}
        onOpenChange={() => setOpen(null)}
        {...questionOf(t, shown, observation)}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) =>
          acting.run({
            ...{ agentId, actionName, fingerprint, turn: shown, reason: fieldText(form, "reason") },
            seen: { wrong, ended: endedAt !== null },
          })
        }
      >
        <Field id="turn-reason" label={t("turn.why")} required>
          {(control) => <Input {...control} name="reason" required minLength={3} maxLength={500} data-first-focus />}
        </Field>
      </FormDialog>
    </div>
  );
}

/** What is over can begin again; what lasts can end, and begins again only where looks have been counted. */
function turnsOf(observation: ObservationView): readonly ObservationTurn[] {
  if (observationState(observation) === "over") return ["again"];
  return observation.looked === 0 ? ["end"] : ["end", "again"];
}

function questionOf(t: Words<"agents">, turn: ObservationTurn, observation: ObservationView) {
  const { actionName: action } = observation;
  const [state, looks] = [observationWords(t, observation), OBSERVATION_LOOKS];
  return turn === "end"
    ? { title: t("turn.end.title", { action }), description: t("turn.end.says", { state }), submit: t("turn.end.submit") }
    : {
        title: t("turn.again.title", { action, looks }),
        description: t("turn.again.says", { state, looks }),
        submit: t("turn.again.submit", { looks }),
      };
}
