import { createHash } from "node:crypto";

import * as z from "zod";

const Posted = z.object({ id: z.string(), status: z.string() });

/** Sends something as the agent whose key it is, and answers which proposal came of it. Throws when it is refused. */
export async function postAs(
  { url, key }: { readonly url: string; readonly key: string },
  path: string,
  body: object,
): Promise<z.infer<typeof Posted>> {
  const text = JSON.stringify(body);
  const response = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      // What is large is taken only with it (RFC 9530).
      "content-digest": `sha-256=:${createHash("sha256").update(text).digest("base64")}:`,
    },
    body: text,
  });
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  return Posted.parse(await response.json());
}
