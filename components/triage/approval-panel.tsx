"use client";

import { useEffect, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { DecisiveMatch } from "../card/decisive-match";
import { saidIn } from "../card/said-in";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { byKeys } from "./by-keys";
import { PasswordField, SigningFields } from "./signing-fields";
import type { Refused } from "./decided";
import { useBadge } from "./key-context";
import { useSignable } from "./use-signable";
import type { ConfirmPassword } from "./use-signing";
import { isSaidByPassword, useSigning } from "./use-signing";
import type { Triage } from "./use-triage";

/** Why people sign a regulated action; kept with the signature. */
const SIGNING_REASONS = ["verified", "instructed", "exception"] as const;

export interface ApprovalPanelProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  readonly confirmPassword: ConfirmPassword;
}

/**
 * What a two-person or regulated approval asks for: the decisive value among look-alikes, the meaning of the signature in words, a reason and
 * a fresh sign-in, of two people only once the server says that theirs is too old. The server checks each of them again, and the panel stays until
 * it has recorded the signature.
 */
export function ApprovalPanel({ triage, detail, confirmPassword }: ApprovalPanelProps) {
  const t = useWords("deskPanels");
  const { card, row, regulated } = detail;
  const { picked } = triage.panels;
  const showKeys = useBadge("pick") !== "";
  const match = row.treatment === "two_person" ? card.match : null;
  const [clicked, setClicked] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const signing = useSigning(regulated, confirmPassword);
  const dwelt = useSignable(triage.card.lease, row.treatment);
  const chosen = clicked ?? (picked === null ? null : (match?.options[picked] ?? null));
  useHeard(match, t("sign.form", { headline: row.headline }), picked, showKeys);
  const complete = (match === null || chosen !== null) && signing.complete && (!regulated || reason !== "");

  const sign = async (): Promise<void> => {
    setPending(true);
    setRefused(null);
    if (await signing.prove()) {
      const answer = await triage.sending.sendForm({
        decision: { type: "approve", ...(regulated ? { reason: { code: reason, text: null } } : {}) },
        act: match !== null && chosen !== null ? { type: "match", value: chosen } : { type: "alternative" },
        ...(regulated ? { meaningConfirmed: signing.meaning } : {}),
      });
      setRefused(answer);
      if (answer?.code === "wrong_match") setClicked(null);
      signing.heard(answer);
    }
    setPending(false);
  };

  return (
    <form
      aria-label={t("sign.form", { headline: row.headline })}
      className="flex flex-col gap-4 rounded-control border border-rule bg-sunk p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && dwelt && !pending) void sign();
      }}
    >
      {match !== null && (
        <DecisiveMatch
          id={row.id}
          question={match.words.question}
          options={match.options}
          chosen={chosen}
          onChoose={setClicked}
          wrong={refused?.code === "wrong_match"}
          showKeys={showKeys}
        />
      )}
      {regulated && (
        <SigningFields detail={detail} signing={signing}>
          <Field id="signing-reason" label={t("sign.why")} required>
            {(control) => (
              <Select
                {...control}
                value={reason}
                options={[
                  { value: "", label: t("sign.why.choose") },
                  ...SIGNING_REASONS.map((value) => ({ value, label: t(`sign.why.${value}`) })),
                ]}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        </SigningFields>
      )}
      {signing.again && <PasswordField signing={signing} />}
      {refused !== null && refused.code !== "wrong_match" && !isSaidByPassword(refused, signing) && (
        <Callout tone="failed" role="alert" title={t("sign.refused", { says: refused.says })} />
      )}
      <div className="flex items-center justify-end gap-2">
        <Button variant="ghost" size="act" onClick={triage.panels.close}>
          {t("back")}
        </Button>
        <Button type="submit" variant="primary" size="act" disabled={!complete || !dwelt || pending}>
          {t(sendKey({ pending, waits: complete && !dwelt }))}
        </Button>
      </div>
    </form>
  );
}

type Match = NonNullable<CardDetail["card"]["match"]>;

/** The focus stays on the card: what opened below it, and what a key then chose there, is heard only if it is said. */
function useHeard(match: Match | null, form: string, picked: number | null, showKeys: boolean): void {
  const announce = useAnnounce();
  const face = useWords("face");
  const asks = match === null ? form : byKeys(saidIn(face, match.words.question), match.options, showKeys);
  const chosen = picked === null ? undefined : match?.options[picked];
  useEffect(() => {
    announce(asks);
  }, [announce, asks]);
  useEffect(() => {
    if (chosen !== undefined) announce(chosen);
  }, [announce, chosen]);
}

function sendKey({ pending, waits }: { readonly pending: boolean; readonly waits: boolean }) {
  if (pending) return "sign.pending";
  return waits ? "sign.wait" : "sign.send";
}
