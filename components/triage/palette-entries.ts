import type { Choosing, PaletteEntry } from "../../lib/client/palette";
import { SORTS, queueHref } from "../../lib/client/queue-address";
import type { QueueParameters } from "../../lib/client/people-api";
import { isId } from "../../lib/domain/ids";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import { nameOf } from "../../lib/domain/input/key-map";
import type { ActionResult } from "../../lib/contract/action-result";
import type { OfferedLanguage } from "../../lib/domain/language";
import { LANGUAGES, LANGUAGE_NAMES } from "../../lib/domain/language";
import type { SavedView } from "../../lib/domain/preferences";
import type { DecisionType } from "../../lib/domain/words";
import { QUEUES } from "../../lib/domain/words";
import { DENSITIES, THEMES, TIMES, applyAppearance } from "../ui/theme";
import type { Words } from "../words/make-words";
import type { AgentParts } from "./agent-entries";
import { agentEntries } from "./agent-entries";
import { offersOf } from "./offers";
import type { Triage } from "./use-triage";

export interface PaletteParts extends AgentParts {
  /** What commands are called. */
  readonly names: Words<"keys">;
  /** Every command, whether its key is on or off. */
  readonly commands: readonly KeyBinding[];
  /** The keys in force: what is printed beside a command. */
  readonly badges: ReadonlyMap<string, string>;
  readonly views: readonly SavedView[];
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  readonly saveView: () => void;
  /** Decides on the open card by name. */
  readonly decide: (decision: "approve" | "reject", by: Choosing) => void;
  /** Draws the screens in a language from now on; null for what the browser asks for. */
  readonly speak: (language: OfferedLanguage | null) => Promise<void>;
}

export type ChooseLanguage = (input: { readonly language: OfferedLanguage | null }) => Promise<ActionResult>;

/** Where a choice or the palette itself is meant there is nothing to choose by name. */
const NOT_BY_NAME: ReadonlySet<string> = new Set(["pick", "dismiss", "palette"]);

/** Everything the palette knows, made from the one map of commands and from what is on the screen. */
export function paletteEntries(parts: PaletteParts): readonly PaletteEntry[] {
  return [
    ...commandEntries(parts),
    ...agentEntries(parts),
    ...viewEntries(parts),
    ...placeEntries(parts),
    ...lookEntries(parts),
    ...itemEntries(parts),
  ];
}

function commandEntries({ t, names, triage, commands, badges, decide }: PaletteParts): PaletteEntry[] {
  const group = t(triage.card.detail === null ? "group.desk" : "group.card");
  return commands
    .filter(({ command }) => !NOT_BY_NAME.has(command))
    .flatMap(({ command }): PaletteEntry[] => {
      const entry = { id: command, group, label: nameOf(names(`key.${command}`)), badge: badges.get(command) ?? "" };
      if (command === "pick") return [];
      if ((command === "edit" || command === "answer") && !isOffered(triage, command)) return [];
      if (command === "ask" && decidable(triage, "reject") === null) return [];
      if (command !== "approve" && command !== "reject")
        return [{ ...entry, run: () => triage.act({ type: "command", command }) }];
      const subject = decidable(triage, command);
      if (subject === null) return [];
      // The card is covered: its headline says what is decided.
      return [
        {
          ...entry,
          label: t("command.of", { command: entry.label, headline: subject }),
          decides: true,
          run: (by) => decide(command, by),
        },
      ];
    });
}

/** What of the open card is decided, as its headline says; null where its button is off. */
function decidable(triage: Triage, decision: "approve" | "reject"): string | null {
  const { card, blocked, cannotSign } = triage;
  if (card.detail === null || card.shown === null || blocked !== null || !isOffered(triage, decision)) return null;
  return decision === "approve" && cannotSign !== null ? null : card.detail.row.headline;
}

function isOffered({ card }: Triage, type: DecisionType): boolean {
  return card.detail !== null && offersOf(card.detail)[type];
}

function viewEntries({ t, desk, parameters, views, go, saveView }: PaletteParts): PaletteEntry[] {
  const view = (id: string, label: string, change: Partial<QueueParameters>): PaletteEntry => ({
    id: `view ${id}`,
    group: t("group.view"),
    label,
    badge: "",
    run: () => {
      go(queueHref({ ...parameters, ...change }));
    },
  });
  return [
    ...views.map(({ name, address }) => ({
      id: `saved ${name}`,
      group: t("group.saved"),
      label: name,
      badge: "",
      run: () => {
        go(address);
      },
    })),
    { id: "save view", group: t("group.view"), label: t("view.saveThis"), badge: "", run: saveView },
    ...QUEUES.map((queue) => view(queue, desk(`section.${queue}`), { queue })),
    ...SORTS.map((sort) => view(sort, desk(`sort.${sort}`), { sort })),
    view("mine", desk(parameters.mine ? "whose.all" : "whose.mine"), { mine: !parameters.mine }),
    view("fold", t(parameters.fold ? "view.unfold" : "view.fold"), { fold: !parameters.fold }),
  ];
}

function placeEntries({ t, screens, go }: PaletteParts): PaletteEntry[] {
  return screens.map(({ href, label }) => ({
    id: `go ${href}`,
    group: t("group.go"),
    label,
    badge: "",
    run: () => {
      go(href);
    },
  }));
}

function lookEntries({ t, speak }: PaletteParts): PaletteEntry[] {
  const look = (name: string, label: string, change: Parameters<typeof applyAppearance>[0]): PaletteEntry => ({
    id: `look ${name}`,
    group: t("group.look"),
    label,
    badge: "",
    run: () => {
      applyAppearance(change);
    },
  });
  return [
    ...THEMES.map((theme) => look(theme, t(`look.theme.${theme}`), { theme })),
    ...DENSITIES.map((density) => look(density, t(`look.density.${density}`), { density })),
    ...TIMES.map((times) => look(times, t(`look.times.${times}`), { times })),
    ...[...LANGUAGES, null].map((language): PaletteEntry => ({
      id: `language ${language ?? "of the browser"}`,
      group: t("group.look"),
      label: language === null ? t("look.language.browser") : t("look.language", { name: LANGUAGE_NAMES[language] }),
      badge: "",
      run: () => void speak(language),
    })),
  ];
}

function itemEntries({ t, triage }: PaletteParts): PaletteEntry[] {
  return triage.queue.view.rows.map((row) => ({
    id: `item ${row.id}`,
    group: t("group.open"),
    label: `${row.headline} · ${row.agent.name}`,
    badge: "",
    run: () => {
      triage.selection.select(row.id);
    },
  }));
}

/** What typed words can mean beside a name: an id to jump to, or a search of this section. */
export function typedEntries(
  { t, desk, parameters, go }: Pick<PaletteParts, "t" | "desk" | "parameters" | "go">,
  text: string,
): readonly PaletteEntry[] {
  const said = text.trim();
  if (said === "") return [];
  if (isId("proposal", said)) {
    return [{ id: "jump", group: t("group.open"), label: said, badge: "", run: () => go(`/queue?open=${said}`) }];
  }
  const label = t("view.search", { section: desk(`section.${parameters.queue}`), text: said });
  const run = () => go(queueHref({ ...parameters, text: said }));
  return [{ id: "search for", group: t("group.search"), label, badge: "", run }];
}
