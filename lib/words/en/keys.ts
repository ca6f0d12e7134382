import { KEY_TEXTS } from "../../domain/input/key-map";

/** The keys of the desk by name, and the sheet of help that every signed-in screen opens with `?`. */
export const keys = {
  ...KEY_TEXTS,

  title: "Keys and help",
  on: "Enter and Space never decide from a card.",
  off: "Single keys are switched off in your settings. Tab and Enter reach everything.",
  elsewhere:
    "These keys work at the desk: in the queue and in focus mode. Here Tab and Enter reach everything, and {key} opens this.",
  decide: "Decide",
  look: "Move and look",
  desk: "The desk",
  more: "More help",
  settings: "Change or switch off keys, hold or press twice, time to undo",
  reference: "API reference",
} as const;
