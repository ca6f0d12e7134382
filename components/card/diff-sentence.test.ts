import { describe, expect, it } from "vitest";

import type { Diff, FieldChange } from "../../lib/domain/card/card";
import { valued } from "../../lib/domain/card/spans";
import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { diffSentence } from "./diff-sentence";

const said = { subject: "order 7", words: { subject: { text: "order 7" } } };

function row(change: FieldChange["change"], field: string, before: string, after: string): FieldChange {
  return { field, path: `/${field}`, change, before: valued(before), after: valued(after) };
}

function fields(rows: readonly FieldChange[], count = 0, unlike = 0, kept?: number): Diff {
  return { type: "fields", ...said, rows, unchanged: 4, more: { count, unlike, kept } };
}

describe.each([
  [
    "en",
    "3 fields change: stage from trial to won; phone is added: 12; fax is removed: 9",
    "2 fields change: stage from trial to won; 1 more change, all like these",
    "No change listed",
    "1 line to read in the order 7; 2 more lines, 1 unlike the rest",
    "1 field changes: stage from trial to won; name stays Globex; city · plan stay Ulm · pro",
    "No change listed: name stays Globex",
    "No change listed: name stays Globex; 1 more field is set and stays",
    "3 fields change: stage from trial to won; 2 more changes, 1 unlike the rest; 2 more fields are set and stay",
    "2 fields change: stage from trial to won, as the agent expects; phone is added: 12",
    "1 field changes: fax is removed: 9; cascade is sent along: yes; reason · by are sent along: twice · Ana",
  ],
  [
    "de",
    "3 Felder ändern sich: stage von trial zu won; phone kommt hinzu: 12; fax entfällt: 9",
    "2 Felder ändern sich: stage von trial zu won; 1 weitere Änderung, alle wie diese",
    "Keine Änderung genannt",
    "1 Zeile zu lesen (order 7); 2 weitere Zeilen, 1 anders als der Rest",
    "1 Feld ändert sich: stage von trial zu won; name bleibt Globex; city · plan bleiben Ulm · pro",
    "Keine Änderung genannt: name bleibt Globex",
    "Keine Änderung genannt: name bleibt Globex; 1 weiteres Feld wird gesetzt und bleibt",
    "3 Felder ändern sich: stage von trial zu won; 2 weitere Änderungen, 1 anders als der Rest; 2 weitere Felder werden gesetzt und bleiben",
    "2 Felder ändern sich: stage von trial zu won, wie der Agent erwartet; phone kommt hinzu: 12",
    "1 Feld ändert sich: fax entfällt: 9; cascade wird mitgesandt: yes; reason · by werden mitgesandt: twice · Ana",
  ],
] as const)(
  "a diff that is heard in %s",
  (language, all, folded, nothing, lines, stays, staysAlone, staysFolded, bothFolded, expects, along) => {
    const t = makeWords<"card">(language, compileArea(language, "card"));
    const says = (diff: Diff): string => diffSentence(t, "order 7", diff);
    const stage = row("changed", "stage", "trial", "won");

    it("names every change, and counts what is folded away", () => {
      expect(
        says(fields([stage, row("added", "phone", "", "12"), row("removed", "fax", "9", ""), row("context", "id", "7", "7")])),
      ).toBe(all);
      expect(says(fields([stage], 1))).toBe(folded);
      expect(says(fields([stage, row("alike", "line", "a", "")]))).toBe(folded);
      expect(says(fields([row("context", "id", "7", "7")]))).toBe(nothing);
    });

    it("says of what is set to what it was that it stays, and does not count it among what changes", () => {
      const name = row("kept", "name", "Globex", "Globex");
      expect(says(fields([stage, name, row("kept", "city · plan", "Ulm · pro", "Ulm · pro")]))).toBe(stays);
      expect(says(fields([name]))).toBe(staysAlone);
      expect(says(fields([name], 0, 1, 1))).toBe(staysFolded);
      expect(says(fields([stage], 2, 3, 2))).toBe(bothFolded);
    });

    it("says of what only the record after has whose word that is", () => {
      expect(says(fields([{ ...stage, expected: true }, row("added", "phone", "", "12")]))).toBe(expects);
    });

    it("says of what goes along with a deletion that it is sent along", () => {
      const cascade = row("sent", "cascade", "yes", "yes");
      expect(
        says(fields([row("removed", "fax", "9", ""), cascade, row("sent", "reason · by", "twice · Ana", "twice · Ana")])),
      ).toBe(along);
    });

    it("counts the lines of a text", () => {
      const line = { change: "added", spans: valued("Hello") } as const;
      const same = { change: "same", spans: valued("Hello") } as const;
      expect(says({ type: "text", ...said, lines: [line, same], more: { count: 2, unlike: 1 } })).toBe(lines);
    });
  },
);
