import type { Words } from "../words/make-words";

/** Read ahead, since the server may be away by the time that it is needed. */
export const beside = { load: () => import("./beside-deciding") };

/** Why the server refused, or `failed` where it did not answer; the words for that are loaded with what is beside deciding. */
export async function refusalSays(t: Words<"desk">, error: unknown, failed: string): Promise<string> {
  const part = await beside.load().catch(() => null);
  return part?.refusalWords(t, error, failed) ?? failed;
}
