import type { Translation } from "../area";

export const account: Translation<"account"> = {
  language: "Sprache",
  "language.browser": "Wie der Browser wünscht",
  "language.note": "überall, wo Sie sich anmelden",
};
