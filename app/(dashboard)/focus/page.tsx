import type { Metadata } from "next";

import { TriageScreen } from "../../../components/triage/triage-screen";
import { requirePerson } from "../../../lib/auth/current-person";
import { confirmPasswordAction, deferBreakAction, saveViewAction } from "../server-actions";
import type { SearchParameters } from "../read-desk";
import { readDesk } from "../read-desk";

export const metadata: Metadata = { title: "Focus" };

/** One card over the whole screen: the phone's way to decide, and the desk's way to concentrate. */
export default async function FocusPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const person = await requirePerson(undefined, "/focus");
  const desk = await readDesk(person, await searchParams);
  return (
    <TriageScreen
      {...desk}
      me={person.personId}
      layout="focus"
      confirmPassword={confirmPasswordAction}
      saveView={saveViewAction}
      deferBreak={deferBreakAction}
    />
  );
}
