import type { CompiledMessage } from "icu-minify/format";

/** The texts of an area by key, ready to be filled in: plain data, which a page can carry. */
export type CompiledArea = Readonly<Record<string, CompiledMessage>>;

/** True for what the library's compiler makes: a text, or a list of nodes. */
export function isMessage(value: unknown): value is CompiledMessage {
  return typeof value === "string" || Array.isArray(value);
}

/** A list, for looking at the nodes of a message; null for anything else. */
export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}
