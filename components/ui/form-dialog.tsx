"use client";

import type { ReactNode, RefObject } from "react";
import { useId } from "react";

import { useWords } from "../words/words-provider";
import { Button } from "./button";
import { Callout } from "./callout";
import { Dialog } from "./dialog";

export interface FormDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string | null;
  /** What the button does: `Create the key`. */
  readonly submit: string;
  readonly pending: boolean;
  /** Why it was refused: stands above the fields, and is announced. */
  readonly failure: ReactNode;
  readonly onSubmit: (form: FormData) => void;
  /** As for {@link Dialog}. */
  readonly returnTo?: RefObject<HTMLElement | null> | undefined;
  readonly children?: ReactNode;
}

/** A modal with one form: Enter sends it, Escape leaves it. The safe button comes first. */
export function FormDialog(props: FormDialogProps) {
  const { open, onOpenChange, title, description = null, submit, pending, failure, onSubmit, returnTo, children } = props;
  const t = useWords("ui");
  const form = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      returnTo={returnTo}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" aria-disabled={pending || undefined}>
            {pending ? t("oneMoment") : submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSubmit(new FormData(event.currentTarget));
        }}
      >
        {failure !== null && <Callout tone="failed" role="alert" title={failure} />}
        {children}
      </form>
    </Dialog>
  );
}
