import { Fragment } from "react";

import type { NamePart, RowName } from "../../lib/domain/measure/insights/row-name";
import type { Words } from "../words/make-words";
import type { FigureTexts } from "./insight-words";

export interface RowTitleProps {
  readonly name: RowName;
  readonly t: FigureTexts;
  readonly kinds: Words<"terms">;
}

/** What a row is of, from the whole to the part: `refunds · large-1 · wrong amount`. */
export function RowTitle({ name, t, kinds }: RowTitleProps) {
  return name.map((part, place) => (
    // The parts of a name have no other order, and no two rows share one.
    <Fragment key={String(place)}>
      {place > 0 && " · "}
      {part.type === "given" ? <bdi>{part.text}</bdi> : partWords(t, kinds, part)}
    </Fragment>
  ));
}

function partWords(t: FigureTexts, kinds: Words<"terms">, part: Exclude<NamePart, { readonly type: "given" }>): string {
  return part.type === "kind" ? kinds(`kind.${part.kind}`) : t.sentence(part.says);
}
