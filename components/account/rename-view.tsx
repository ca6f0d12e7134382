"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import { VIEW_NAME_MAX } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";

export interface RenameViewProps {
  readonly name: string;
  readonly renameView: (names: { readonly from: string; readonly to: string }) => Promise<ActionResult>;
  /** With the name that the view has now: the old one where it was left. */
  readonly onDone: (name: string) => void;
}

/** Another name for a saved view, in the place of the old one. Escape leaves it as it was. */
export function RenameView({ name, renameView, onDone }: RenameViewProps) {
  const [t, ui] = [useWords("account"), useWords("ui")];
  const acting = useAction(async (to: string) => {
    const answer = await renameView({ from: name, to });
    return answer.ok ? { ok: true as const, value: to } : answer;
  }, onDone);
  const leave = (): void => {
    onDone(name);
  };
  return (
    <form
      className="flex min-w-0 flex-1 flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        acting.run(fieldText(new FormData(event.currentTarget), "name").trim());
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      <Field
        id="view-name"
        label={t("views.newName", { name })}
        hideLabel
        error={acting.failure}
        className="min-w-40 flex-1 max-md:basis-full"
      >
        {(control) => (
          <Input
            {...control}
            name="name"
            autoFocus
            defaultValue={name}
            maxLength={VIEW_NAME_MAX}
            onFocus={(event) => {
              event.target.select();
            }}
          />
        )}
      </Field>
      <Button type="submit" aria-disabled={acting.pending || undefined}>
        {t(acting.pending ? "saving" : "save")}
      </Button>
      <Button variant="ghost" onClick={leave}>
        {ui("cancel")}
      </Button>
    </form>
  );
}
