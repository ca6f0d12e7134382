"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { OfferedLanguage } from "../../lib/domain/language";
import { LANGUAGES, LANGUAGE_NAMES, offeredLanguage } from "../../lib/domain/language";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";

export interface LanguageChoiceProps {
  /** Null: what the browser asks for. */
  readonly chosen: OfferedLanguage | null;
  readonly choose: (input: { readonly language: OfferedLanguage | null }) => Promise<ActionResult>;
}

/** The language of the screens. It holds at once, wherever one signs in. */
export function LanguageChoice({ chosen, choose }: LanguageChoiceProps) {
  const t = useWords("account");
  const acting = useAction(choose);
  const names = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], labelIsName: true }));
  return (
    <div className="flex flex-col gap-3">
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Field id="language" label={t("language")} hideLabel className="max-w-[18rem]">
        {(control) => (
          <Select
            {...control}
            defaultValue={chosen ?? ""}
            options={[{ value: "", label: t("language.browser") }, ...names]}
            onChange={(event) => {
              acting.run({ language: offeredLanguage(event.target.value) });
            }}
          />
        )}
      </Field>
    </div>
  );
}
