"use client";

import { useState } from "react";

import { OBSERVATION_LOOKS, type ObservationTurn } from "../../lib/domain/observation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import type { AgentActions } from "./agent-actions";
import type { ObservationView } from "./agent-view";
import { observationState, observationWords } from "./observation-words";

export interface TurnObservationProps {
  readonly agentId: string;
  readonly observation: ObservationView;
  readonly turn: AgentActions["observe"];
}

const AGAIN = `Look at ${String(OBSERVATION_LOOKS)} more`;
const WORDS: Readonly<Record<ObservationTurn, { readonly button: string; readonly submit: string }>> = {
  end: { button: "End…", submit: "End it" },
  again: { button: `${AGAIN}…`, submit: AGAIN },
};

/** What an admin can make of one observation: end it, or begin it again. Each says why. */
export function TurnObservation(props: TurnObservationProps) {
  const { agentId, observation, turn: act } = props;
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
          {WORDS[turn].button}
          <span className="sr-only"> the observation of {actionName}</span>
        </Button>
      ))}
      <FormDialog
        open={open !== null}
        onOpenChange={() => setOpen(null)}
        title={shown === "end" ? `End the observation of ${actionName}?` : `${AGAIN} of ${actionName}?`}
        description={describe(shown, observation)}
        submit={WORDS[shown].submit}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) =>
          acting.run({
            ...{ agentId, actionName, fingerprint, turn: shown, reason: fieldText(form, "reason") },
            seen: { wrong, ended: endedAt !== null },
          })
        }
      >
        <Field id="turn-reason" label="Why" required>
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

function describe(turn: ObservationTurn, observation: ObservationView): string {
  const stands = `It stands at ${observationWords(observation)}.`;
  return turn === "end"
    ? `${stands} From the next proposal on policy alone decides. Regulated actions, limits and kill switches still bring a person; another model or version begins anew.`
    : `${stands} Counting begins anew: the next ${String(OBSERVATION_LOOKS)} are looked at by a person.`;
}
