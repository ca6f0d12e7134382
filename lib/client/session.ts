const BASE = "/api/auth";

async function csrfToken(): Promise<string> {
  const response = await fetch(`${BASE}/csrf`, { credentials: "same-origin" });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the sign-in route's own answer
  const body = (await response.json()) as { readonly csrfToken?: string };
  return body.csrfToken ?? "";
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  return fetch(`${BASE}/${path}`, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
}

/** Why a sign-in was refused. It does not tell whether the address is known. `count` is how long to wait. */
export type SignInRefusal =
  | { readonly why: "mismatch" | "unavailable" | "unreachable" }
  | { readonly why: "tooMany.seconds" | "tooMany.minutes"; readonly count: number };

/** Signs in. Answers null when it worked, else why not. */
export async function signIn(email: string, password: string): Promise<SignInRefusal | null> {
  try {
    const response = await post("callback/credentials", { email, password });
    if (response.ok) return null;
    return response.status === 401 ? await refusalIn(response) : { why: "unavailable" };
  } catch {
    return { why: "unreachable" };
  }
}

/** Ends the session on the server and in this browser. */
export async function signOut(): Promise<void> {
  await post("signout", {});
}

async function refusalIn(response: Response): Promise<SignInRefusal> {
  const body: unknown = await response.json().catch(() => null);
  const url = typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
  const error = (URL.canParse(url) ? new URL(url).searchParams.get("error") : null) ?? "";
  // What a provider throws reaches the browser as text only: the code, and the wait as the service words it.
  const [, count, unit] = /\btoo_many_attempts\b.*\bwait (\d+) (seconds|minutes)\b/.exec(error) ?? [];
  if (count === undefined) return { why: "mismatch" };
  return { why: unit === "minutes" ? "tooMany.minutes" : "tooMany.seconds", count: Number(count) };
}
