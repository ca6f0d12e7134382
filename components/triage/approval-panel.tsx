"use client";

import { useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { DWELL_MS } from "../../lib/domain/lifecycle/sign";
import { DecisiveMatch } from "../card/decisive-match";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useElapsed } from "./use-lease";
import type { Triage } from "./use-triage";

/** Why people sign a regulated action; kept with the signature. */
const SIGNING_REASONS = [
  { value: "", label: "Choose a reason" },
  { value: "verified", label: "Checked against the record" },
  { value: "instructed", label: "Instructed by the responsible person" },
  { value: "exception", label: "Exception, documented elsewhere" },
] as const;

export interface ApprovalPanelProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  readonly confirmPassword: (password: string) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

/**
 * What a two-person or regulated approval asks for: the decisive value among look-alikes, the meaning of the signature in words, a reason and
 * a fresh sign-in. The server checks each of them again.
 */
export function ApprovalPanel({ triage, detail, confirmPassword }: ApprovalPanelProps) {
  const { card, row, regulated } = detail;
  const asksMatch = row.treatment === "two_person" && card.match !== null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [meaning, setMeaning] = useState(false);
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const strict = row.treatment === "two_person" ? DWELL_MS.two_person : DWELL_MS.confirm;
  const dwelt = useElapsed(triage.leasedSince, strict + 50);
  const complete = dwelt && (!asksMatch || chosen !== null) && (!regulated || (meaning && reason !== "" && password !== ""));

  const sign = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    if (regulated) {
      const confirmed = await confirmPassword(password);
      if (!confirmed.ok) {
        setFailure(confirmed.detail);
        setPending(false);
        return;
      }
    }
    await triage.send({
      decision: { type: "approve", ...(regulated ? { reason: { code: reason, text: null } } : {}) },
      act: asksMatch && chosen !== null ? { type: "match", value: chosen } : { type: "alternative" },
      ...(regulated ? { meaningConfirmed: meaning } : {}),
    });
    setPending(false);
  };

  return (
    <form
      aria-label={`Sign: ${row.headline}`}
      className="flex flex-col gap-4 rounded-control border border-rule bg-sunk p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !pending) void sign();
      }}
    >
      {asksMatch && card.match !== null && (
        <DecisiveMatch
          id={row.id}
          question={card.match.question}
          options={card.match.options}
          chosen={chosen}
          onChoose={setChosen}
          showKeys={false}
        />
      )}
      {regulated && (
        <>
          <p className="text-note font-semibold text-ink">{detail.regulation ?? "Regulated action"}: signed in words</p>
          <Checkbox
            checked={meaning}
            onChange={(event) => {
              setMeaning(event.target.checked);
            }}
          >
            I approve: <bdi>{row.headline}</bdi>
          </Checkbox>
          <Field id="signing-reason" label="Reason" required>
            {(control) => (
              <Select
                {...control}
                value={reason}
                options={SIGNING_REASONS}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
          <Field id="signing-password" label="Your password" required error={failure}>
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => {
                  setPassword(event.target.value);
                }}
              />
            )}
          </Field>
        </>
      )}
      <div className="flex items-center justify-end gap-2">
        <Button
          variant="ghost"
          onClick={() => {
            triage.open("none");
          }}
        >
          Back
        </Button>
        <Button type="submit" variant="primary" disabled={!complete || pending}>
          Sign and approve
        </Button>
      </div>
    </form>
  );
}
