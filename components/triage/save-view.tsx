import { useRouter } from "next/navigation";

import type { ActionResult } from "../../lib/contract/action-result";
import type { SavedView } from "../../lib/domain/preferences";
import { VIEW_NAME_MAX } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";

export interface SaveViewProps {
  /** Of the view. */
  readonly address: string;
  readonly save: (view: SavedView) => Promise<ActionResult>;
  readonly onDone: () => void;
}

/** Keeps the view of the queue that one is on under a name. */
export function SaveView({ address, save, onDone }: SaveViewProps) {
  const router = useRouter();
  const t = useWords("deskPanels");
  const saving = useAction(save, () => {
    onDone();
    router.refresh();
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        saving.run({ name: fieldText(new FormData(event.currentTarget), "name"), address });
      }}
    >
      <Field id="view-name" label={t("view.name")} hint={t("view.name.hint")} error={saving.failure}>
        {(control) => <Input {...control} name="name" autoFocus maxLength={VIEW_NAME_MAX} />}
      </Field>
      <div>
        <Button type="submit" variant="primary" aria-disabled={saving.pending || undefined}>
          {t(saving.pending ? "view.saving" : "view.save")}
        </Button>
      </div>
    </form>
  );
}
