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

/** Signs in. Answers null when it worked, else why not, in words that do not tell whether the address is known. */
export async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const response = await post("callback/credentials", { email, password });
    if (response.ok) return null;
    return response.status === 401 ? await refusalIn(response) : "Signing in is not possible now. Try again in a moment.";
  } catch {
    return "The server cannot be reached. Check the connection and try again.";
  }
}

/** Ends the session on the server and in this browser. */
export async function signOut(): Promise<void> {
  await post("signout", {});
}

async function refusalIn(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const url = typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
  const error = URL.canParse(url) ? new URL(url).searchParams.get("error") : null;
  const detail = error?.includes("too_many_attempts") === true ? error.slice(error.indexOf(":") + 1).trim() : null;
  return detail === null ? "That address and password do not match." : `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}
