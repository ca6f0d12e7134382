import type { GetICUArgs } from "@schummar/icu-type-parser";

import type { en } from "./en";

/** The English texts by area: the source of every type here. */
export type English = typeof en;

/** A part of the screens whose texts stand in one file. */
export type Area = keyof English;

/** The name of a text of an area. */
export type Key<A extends Area> = string & keyof English[A];

/** What a translation has to hold: each key of the English file, and no other. */
export type Translation<A extends Area> = Readonly<Record<Key<A>, string>>;

type Text<A extends Area, K extends Key<A>> = English[A][K] & string;

/** The names of a text's tags: `b` of `<b>Connection lost.</b> …`. */
export type Tags<T extends string> = T extends `${string}</${infer Tag}>${infer Rest}` ? Tag | Tags<Rest> : never;

/** The values a text asks for, by name; a tag asks for something that no plain text can give. */
export type PlainValues<A extends Area, K extends Key<A>> = GetICUArgs<
  Text<A, K>,
  { ICUArgument: string | number; ICUNumberArgument: number }
> &
  Readonly<Record<Tags<Text<A, K>>, never>>;

/** The same where elements may stand for values, and tags are given what is drawn around their content. */
export type RichValues<A extends Area, K extends Key<A>, Node> = GetICUArgs<
  Text<A, K>,
  { ICUArgument: Node; ICUNumberArgument: number }
> &
  Readonly<Record<Tags<Text<A, K>>, (inside: Node) => Node>>;
