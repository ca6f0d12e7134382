import { cookies, headers } from "next/headers";
import { cache } from "react";

import type { Language } from "../domain/language";
import { languageFor, offeredLanguage } from "../domain/language";
import { getRuntime } from "../runtime";
import { readPreferences } from "../services/preferences/preferences";
import { currentPerson } from "./current-person";

/** Keeps a person's choice for the screens before anyone is signed in. */
export const LANGUAGE_COOKIE = "language";

/** The language of the page being rendered: what the person chose, else what their browser asks for. Found once a request. */
export const requestLanguage = cache(async (): Promise<Language> => {
  return (await chosenLanguage()) ?? languageFor((await headers()).get("accept-language"));
});

async function chosenLanguage(): Promise<Language | null> {
  try {
    const person = await currentPerson();
    if (person === null) return offeredLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
    const { ctx } = await getRuntime();
    return (await readPreferences(ctx, person)).language;
  } catch (error) {
    // A page that says that the database cannot be read has to have a language too.
    if (error instanceof Error && "code" in error && error.code === "unavailable") return null;
    throw error;
  }
}
