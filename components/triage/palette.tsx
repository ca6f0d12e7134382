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
import type { OfferedLanguage } from "../../lib/domain/language";
import type { Preferences, SavedView } from "../../lib/domain/preferences";
import { useAnnounce } from "../ui/announcer";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Kbd } from "../ui/kbd";
import { useWords } from "../words/words-provider";
import { useKeyMap } from "./key-context";
import type { ChooseLanguage } from "./palette-entries";
import { paletteEntries, typedEntries } from "./palette-entries";
import { SaveView } from "./save-view";
import type { Triage } from "./use-triage";

export interface PaletteProps {
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  readonly preferences: Preferences;
  /** Those of the filter. */
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  readonly acts: PaletteActs;
}

/** The server actions that only the palette has. */
export interface PaletteActs {
  readonly saveView: (view: SavedView) => Promise<ActionResult>;
  readonly chooseLanguage: ChooseLanguage;
}

/** Every command, view, screen and row by its name. One line to type in; arrows choose, Enter does it. */
export function Palette(props: PaletteProps) {
  const t = useWords("deskPanels");
  const { triage } = props;
  const [saving, setSaving] = useState(false);
  const { close } = triage.panels;
  return (
    <Dialog
      open
      title={t(saving ? "view.title" : "palette")}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      width="wide"
    >
      {saving ? (
        <SaveView address={queueHref(props.parameters)} save={props.acts.saveView} onDone={close} />
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

function Choose({
  triage,
  parameters,
  preferences,
  screens,
  agents,
  acts,
  onSave,
}: PaletteProps & { readonly onSave: () => void }) {
  const [t, desk, names] = [useWords("deskPanels"), useWords("desk"), useWords("keys")];
  const { chooseLanguage } = acts;
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
    const parts = {
      t,
      desk,
      names,
      triage,
      agents,
      announce,
      commands: DEFAULT_KEYS,
      badges,
      parameters,
      views: preferences.views,
      screens,
      go,
    };
    const decide = (decision: "approve" | "reject", by: Choosing): void => {
      // The rules of the keys hold here too, and know that the palette is open: it closes by the decision, or after its refusal.
      if (triage.input.chosen({ decision, openedAt: openedAt.current, ...by })) return;
      triage.panels.close();
      announce(t("palette.undecided"), "assertive");
    };
    const speak = async (language: OfferedLanguage | null): Promise<void> => {
      const answer = await chooseLanguage({ language }).catch(() => null);
      if (answer?.ok !== true) announce(answer?.detail ?? t("palette.noLanguage"), "assertive");
    };
    const all = paletteEntries({ ...parts, saveView: onSave, decide, speak });
    return [...matching(all, text), ...typedEntries(parts, text)];
  }, [
    t,
    desk,
    names,
    triage,
    keys,
    parameters,
    preferences.views,
    screens,
    agents,
    router,
    text,
    onSave,
    announce,
    chooseLanguage,
  ]);
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
        aria-label={t("palette.what")}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries[active] === undefined ? undefined : `${id}-${String(active)}`}
        placeholder={t("palette.ask")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      {entries.length === 0 && <p className="px-2 py-3 text-note text-ink-3">{t("palette.none")}</p>}
      <ul id={`${id}-list`} role="listbox" aria-label={t("palette")} className="max-h-[46vh] overflow-y-auto">
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
