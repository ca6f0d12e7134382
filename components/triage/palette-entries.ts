import type { Choosing, PaletteEntry } from "../../lib/client/palette";
import { SORTS, queueHref } from "../../lib/client/queue-address";
import type { QueueParameters } from "../../lib/client/people-api";
import { isId } from "../../lib/domain/ids";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import { nameOf } from "../../lib/domain/input/key-map";
import type { SavedView } from "../../lib/domain/preferences";
import { QUEUES } from "../../lib/domain/words";
import { DENSITIES, THEMES, applyAppearance } from "../ui/theme";
import { QUEUE_LABEL, SORT_LABEL } from "./queue-words";
import type { Triage } from "./use-triage";

export interface PaletteParts {
  readonly triage: Triage;
  /** Every command, whether its key is on or off. */
  readonly commands: readonly KeyBinding[];
  /** The keys in force: what is printed beside a command. */
  readonly badges: ReadonlyMap<string, string>;
  readonly parameters: QueueParameters;
  readonly views: readonly SavedView[];
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  readonly go: (href: string) => void;
  readonly saveView: () => void;
  /** Decides on the open card by name. */
  readonly decide: (decision: "approve" | "reject", by: Choosing) => void;
}

/** Where a choice or the palette itself is meant there is nothing to choose by name. */
const NOT_BY_NAME: ReadonlySet<string> = new Set(["pick", "dismiss", "palette"]);

/** Everything the palette knows, made from the one map of commands and from what is on the screen. */
export function paletteEntries(parts: PaletteParts): readonly PaletteEntry[] {
  return [...commandEntries(parts), ...viewEntries(parts), ...placeEntries(parts), ...lookEntries(), ...itemEntries(parts)];
}

function commandEntries({ triage, commands, badges, decide }: PaletteParts): PaletteEntry[] {
  const group = triage.card.detail === null ? "The desk" : "This card";
  return commands
    .filter(({ command }) => !NOT_BY_NAME.has(command))
    .flatMap(({ command, says }): PaletteEntry[] => {
      const entry = { id: command, group, label: nameOf(says), badge: badges.get(command) ?? "" };
      if (command === "pick") return [];
      if (command !== "approve" && command !== "reject")
        return [{ ...entry, run: () => triage.act({ type: "command", command }) }];
      const subject = decidable(triage, command);
      if (subject === null) return [];
      // The card is covered: its headline says what is decided.
      return [{ ...entry, label: `${entry.label}: ${subject}`, decides: true, run: (by) => decide(command, by) }];
    });
}

/** What of the open card is decided, as its headline says; null where its button is off. */
function decidable({ card, blocked, cannotSign }: Triage, decision: "approve" | "reject"): string | null {
  if (card.detail === null || card.shown === null || blocked !== null) return null;
  return decision === "approve" && cannotSign !== null ? null : card.detail.row.headline;
}

function viewEntries({ parameters, views, go, saveView }: PaletteParts): PaletteEntry[] {
  const view = (id: string, label: string, change: Partial<QueueParameters>): PaletteEntry => ({
    id: `view ${id}`,
    group: "View",
    label,
    badge: "",
    run: () => {
      go(queueHref({ ...parameters, ...change }));
    },
  });
  return [
    ...views.map(({ name, address }) => ({
      id: `saved ${name}`,
      group: "Saved view",
      label: name,
      badge: "",
      run: () => {
        go(address);
      },
    })),
    { id: "save view", group: "View", label: "Save this view…", badge: "", run: saveView },
    ...QUEUES.map((queue) => view(queue, QUEUE_LABEL[queue], { queue })),
    ...SORTS.map((sort) => view(sort, SORT_LABEL[sort], { sort })),
    view("mine", parameters.mine ? "Everybody’s" : "Mine", { mine: !parameters.mine }),
    view("fold", parameters.fold ? "Look-alikes one by one" : "Look-alikes in one line", { fold: !parameters.fold }),
  ];
}

function placeEntries({ screens, go }: PaletteParts): PaletteEntry[] {
  return screens.map(({ href, label }) => ({
    id: `go ${href}`,
    group: "Go to",
    label,
    badge: "",
    run: () => {
      go(href);
    },
  }));
}

function lookEntries(): PaletteEntry[] {
  const look = (label: string, change: Parameters<typeof applyAppearance>[0]): PaletteEntry => ({
    id: `look ${label}`,
    group: "Look",
    label,
    badge: "",
    run: () => {
      applyAppearance(change);
    },
  });
  return [
    ...THEMES.map((theme) => look(`Theme: ${theme}`, { theme })),
    ...DENSITIES.map((density) => look(`Density: ${density}`, { density })),
  ];
}

function itemEntries({ triage }: PaletteParts): PaletteEntry[] {
  return triage.queue.view.rows.map((row) => ({
    id: `item ${row.id}`,
    group: "Open",
    label: `${row.headline} · ${row.agent.name}`,
    badge: "",
    run: () => {
      triage.selection.select(row.id);
    },
  }));
}

/** What typed words can mean beside a name: an id to jump to, or a search of this section. */
export function typedEntries(text: string, parameters: QueueParameters, go: (href: string) => void): readonly PaletteEntry[] {
  const said = text.trim();
  if (said === "") return [];
  if (isId("proposal", said)) {
    return [{ id: "jump", group: "Open", label: said, badge: "", run: () => go(`/queue?open=${said}`) }];
  }
  const label = `Search ${QUEUE_LABEL[parameters.queue]} for “${said}”`;
  return [{ id: "search for", group: "Search", label, badge: "", run: () => go(queueHref({ ...parameters, text: said })) }];
}
