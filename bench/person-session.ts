import { REVIEWER } from "./server-under-test";

/** Signs somebody in over HTTP, the reviewer unless named, as the sign-in page does, and answers the cookie header of the session. */
export async function signInOverHttp(url: string, who = REVIEWER): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
  };
  const header = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keep(csrf);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the sign-in route's own answer
  const { csrfToken } = (await csrf.json()) as { readonly csrfToken: string };
  const signed = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: header(), origin: url },
    body: new URLSearchParams({ ...who, csrfToken, json: "true" }),
    redirect: "manual",
  });
  keep(signed);
  if (!signed.ok) throw new Error(`${who.email} was not signed in: ${String(signed.status)}`);
  return header();
}
