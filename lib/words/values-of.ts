import compile from "icu-minify/compile";

import { listOf } from "./message";

/** What a text asks for: the names of its values and tags, in order of the alphabet; or why it is no text of the catalogue. */
export function valuesOf(text: string): readonly string[] | Error {
  try {
    return [...new Set(namesIn(compile(text)))].sort();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function namesIn(node: unknown, isList = true): string[] {
  const parts = listOf(node);
  if (parts === null) {
    return typeof node === "object" && node !== null ? Object.values(node).flatMap((form) => namesIn(form)) : [];
  }
  if (isList) return parts.flatMap((inner) => namesIn(inner, false));
  const [name, ...rest] = parts;
  return [String(name), ...rest.flatMap((inner) => namesIn(inner, listOf(inner) === null))];
}
