import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import type { Verb } from "../domain/permissions";
import { getRuntime } from "../runtime";
import type { PersonActor } from "../services/actor";
import { isAppError } from "../services/app-error";
import { requirePermission } from "../services/require-permission";
import { authenticatePerson } from "./authenticate-person";
import { requireSameOrigin } from "./same-origin";

/** Who is looking at the page being rendered, or null when nobody is signed in. Read once a request: the frame and the page ask alike. */
export const currentPerson = cache(async (): Promise<PersonActor | null> => {
  try {
    return await signedInPerson();
  } catch (error) {
    if (isAppError(error) && error.code === "unauthenticated") return null;
    throw error;
  }
});

/**
 * Who is looking at the page; whoever is not signed in is sent to the sign-in page, and from there back to `returnTo`. Throws `forbidden` when
 * the person's role lacks the right. Call it in every page: a layout or a proxy file is no security boundary.
 */
export async function requirePerson(verb?: Verb, returnTo = "/"): Promise<PersonActor> {
  const person = await currentPerson();
  if (person === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`);
  if (verb !== undefined) requirePermission(person, verb);
  return person;
}

/**
 * Who asked for a change by a server action. Throws `cross_site`, `unauthenticated` or `forbidden`; call it first in every action, because
 * anyone can post to one directly.
 */
export async function actingPerson(verb?: Verb): Promise<PersonActor> {
  const { ctx } = await getRuntime();
  requireSameOrigin(await headers(), ctx.baseUrl);
  const person = await signedInPerson();
  if (verb !== undefined) requirePermission(person, verb);
  return person;
}

async function signedInPerson(): Promise<PersonActor> {
  const { ctx, sessionSecret } = await getRuntime();
  return authenticatePerson(ctx, sessionSecret, (await headers()).get("cookie"));
}
