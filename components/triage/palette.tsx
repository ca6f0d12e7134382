"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import type { KeyboardEvent, MouseEvent } from "react";
import { useEffect, useId, useMemo, useRef, useState } from "react";

import type { Choosing, PaletteEntry } from "../../lib/client/palette";
import { matching } from "../../lib/client/palette";
import type { QueueParameters } from "../../lib/client/people-api";
import { queueHref } from "../../lib/client/queue-address";
import type { ActionResult } from "../../lib/contract/action-result";
import { DEFAULT_KEYS } from "../../lib/domain/input/key-map";
import type { Preferences, SavedView } from "../../lib/domain/preferences";
import { VIEW_NAME_MAX } from "../../lib/domain/preferences";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { Kbd } from "../ui/kbd";
import { useAction } from "../ui/use-action";
import { useKeyMap } from "./key-context";
import { paletteEntries, typedEntries } from "./palette-entries";
import type { Triage } from "./use-triage";

export interface PaletteProps {
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  readonly preferences: Preferences;
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  readonly saveView: (view: SavedView) => Promise<ActionResult>;
}

/** Every command, view, screen and row by its name. One line to type in; arrows choose, Enter does it. */
export function Palette(props: PaletteProps) {
  const { triage } = props;
  const [saving, setSaving] = useState(false);
  const { close } = triage.panels;
  return (
    <Dialog
      open
      title={saving ? "Save this view" : "Commands"}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      width="wide"
    >
      {saving ? (
        <SaveView {...props} onDone={close} />
      ) : (
        <Choose
          {...props}
          onSave={() => {
            setSaving(true);
          }}
        />
      )}
    </Dialog>
  );
}

function Choose({ triage, parameters, preferences, screens, onSave }: PaletteProps & { readonly onSave: () => void }) {
  const router = useRouter();
  const keys = useKeyMap();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const announce = useAnnounce();
  const openedAt = useRef(Infinity);
  useEffect(() => {
    openedAt.current = performance.now();
  }, []);
  const entries = useMemo(() => {
    const go = (href: string): void => {
      router.push(href);
    };
    const badges = new Map(keys.map(({ command, badge }) => [command, badge]));
    const parts = { triage, commands: DEFAULT_KEYS, badges, parameters, views: preferences.views, screens, go };
    const decide = (decision: "approve" | "reject", by: Choosing): void => {
      // The rules of the keys hold here too, and know that the palette is open: it closes by the decision, or after its refusal.
      if (triage.input.chosen({ decision, openedAt: openedAt.current, ...by })) return;
      triage.panels.close();
      announce("Nothing was decided: decide it on the card.", "assertive");
    };
    const all = paletteEntries({ ...parts, saveView: onSave, decide });
    return [...matching(all, text), ...typedEntries(text, parameters, go)];
  }, [triage, keys, parameters, preferences.views, screens, router, text, onSave, announce]);
  const active = Math.min(at, entries.length - 1);
  const choose = (entry: PaletteEntry | undefined, { timeStamp, nativeEvent }: Chooser): void => {
    if (entry === undefined) return;
    // What was chosen may open another panel, so this one closes before it.
    if (entry.id !== "save view" && entry.decides !== true) triage.panels.close();
    entry.run({ at: timeStamp, trusted: nativeEvent.isTrusted });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((entries.length + active + step) % Math.max(1, entries.length));
    }
    if (event.key === "Enter" && !event.repeat) {
      event.preventDefault();
      choose(entries[active], event);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Input
        autoFocus
        role="combobox"
        aria-label="Command, view, screen or proposal"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries[active] === undefined ? undefined : `${id}-${String(active)}`}
        placeholder="What do you want to do?"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      {entries.length === 0 && <p className="px-2 py-3 text-note text-ink-3">Nothing goes by that name.</p>}
      <ul id={`${id}-list`} role="listbox" aria-label="Commands" className="max-h-[46vh] overflow-y-auto">
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            id={`${id}-${String(index)}`}
            entry={entry}
            active={index === active}
            onChoose={(event) => {
              choose(entry, event);
            }}
          />
        ))}
      </ul>
    </div>
  );
}

type Chooser = Pick<KeyboardEvent | MouseEvent, "timeStamp" | "nativeEvent">;

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly onChoose: (event: Chooser) => void;
}

function Option({ id, entry, active, onChoose }: OptionProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <li
      ref={item}
      id={id}
      role="option"
      aria-selected={active}
      aria-keyshortcuts={entry.badge === "" ? undefined : entry.badge}
      onClick={onChoose}
      className={clsx(
        "flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1 text-body",
        active ? "bg-selection text-ink" : "text-ink-2 hover:bg-hover",
      )}
    >
      <span className="w-20 shrink-0 text-small text-ink-3">{entry.group}</span>
      <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{entry.label}</bdi>
      {entry.badge !== "" && <Kbd>{entry.badge}</Kbd>}
    </li>
  );
}

function SaveView({ parameters, saveView, onDone }: PaletteProps & { readonly onDone: () => void }) {
  const router = useRouter();
  const saving = useAction(saveView, () => {
    onDone();
    router.refresh();
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        saving.run({ name: fieldText(new FormData(event.currentTarget), "name"), address: queueHref(parameters) });
      }}
    >
      <Field
        id="view-name"
        label="Name"
        hint="Section, filters, order and search are kept under it; the palette finds it by this name."
        error={saving.failure}
      >
        {(control) => <Input {...control} name="name" autoFocus maxLength={VIEW_NAME_MAX} />}
      </Field>
      <div>
        <Button type="submit" variant="primary" aria-disabled={saving.pending || undefined}>
          {saving.pending ? "Saving…" : "Save"}
        </Button>
      </div>
    </form>
  );
}
