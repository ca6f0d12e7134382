import { inEnglish, type PlainKey, type Sentence } from "../../sentence";
import type { Kind } from "../../words";
import { FIGURE_TEXTS } from "./definitions";

/** A part of what a row is of: a kind, words of ours, or what agents, versions and reasons are called. */
export type NamePart =
  | { readonly type: "kind"; readonly kind: Kind }
  | { readonly type: "words"; readonly says: Sentence<typeof FIGURE_TEXTS> }
  | { readonly type: "given"; readonly text: string };

/** What a row of a panel is of, from the whole to the part. */
export type RowName = readonly NamePart[];

export function kindPart(kind: Kind): NamePart {
  return { type: "kind", kind };
}

/** Words of ours that nothing is filled into. */
export function wordsPart(key: PlainKey<typeof FIGURE_TEXTS>): NamePart {
  return { type: "words", says: { key } };
}

export function givenPart(text: string): NamePart {
  return { type: "given", text };
}

/** The name in English, as the API and its files spell it: `refunds · large-1 · wrong amount`. */
export function rowNameInEnglish(name: RowName): string {
  return name.map(partInEnglish).join(" · ");
}

function partInEnglish(part: NamePart): string {
  switch (part.type) {
    case "kind":
      return part.kind;
    case "words":
      return inEnglish(FIGURE_TEXTS, part.says);
    case "given":
      return part.text;
  }
}
