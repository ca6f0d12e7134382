import type { PlainKey, Sentence } from "../sentence";
import type { FACE_TEXTS } from "./face-texts";

/** A text of a card by its key, with what is filled in. */
export type FaceSentence = Sentence<typeof FACE_TEXTS>;
/** A text of a card that nothing is filled into. */
export type FaceKey = PlainKey<typeof FACE_TEXTS>;

/** A text of ours, or one that no language changes: a name, a path, a figure. */
export type SaidPart = FaceSentence | { readonly text: string };

/** What a card says in one place, before anybody reads it; `parts` stand one after another with `by` between them. */
export type Said =
  | SaidPart
  | { readonly parts: readonly SaidPart[]; readonly by: string }
  /** A text whose values are said themselves: the label of a fact within a question. */
  | { readonly key: keyof typeof FACE_TEXTS; readonly inner: Readonly<Record<string, SaidPart>> };

/** As an adapter writes it: a text that nothing is filled into may be named by its key alone. */
export type Saying = FaceKey | Said;

export function saidOf(saying: Saying): Said {
  return typeof saying === "string" ? { key: saying } : saying;
}

/** What is said as it is, in every language. */
export function asIs(text: string): SaidPart {
  return { text };
}

/** One after another what is there, with `by` in between; null where nothing is. */
export function together(by: string, parts: readonly (FaceKey | SaidPart | null)[]): Said | null {
  const found = parts.flatMap((part): readonly SaidPart[] => {
    if (part === null) return [];
    return typeof part === "string" ? [{ key: part }] : [part];
  });
  const [only, ...others] = found;
  if (only === undefined) return null;
  return others.length === 0 ? only : { parts: found, by };
}

/** What is said in the language that `say` says single texts in. */
export function saidWith(say: (sentence: FaceSentence) => string, said: Said): string {
  if ("text" in said) return said.text;
  if ("parts" in said) return said.parts.map((part) => saidWith(say, part)).join(said.by);
  if (!("inner" in said)) return say(said);
  const values = Object.fromEntries(Object.entries(said.inner).map(([name, part]) => [name, saidWith(say, part)]));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- which values the text asks for is held by a test: they are said, not typed
  return say({ key: said.key, values } as FaceSentence);
}
