import type { Metadata } from "next";

import { TriageScreen } from "../../../components/triage/triage-screen";
import { viewName } from "../../../lib/client/queue-address";
import { requirePerson } from "../../../lib/auth/current-person";
import { confirmPasswordAction, deferBreakAction, saveViewAction } from "../server-actions";
import type { SearchParameters } from "../read-desk";
import { readDesk } from "../read-desk";

export const metadata: Metadata = { title: "Queue" };

/** The reviewers' screen: what needs a person, most at stake first, with a live preview. */
export default async function QueuePage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const person = await requirePerson(undefined, "/queue");
  const desk = await readDesk(person, await searchParams);
  return (
    <TriageScreen
      key={viewName(desk.parameters)}
      {...desk}
      me={person.personId}
      confirmPassword={confirmPasswordAction}
      saveView={saveViewAction}
      deferBreak={deferBreakAction}
    />
  );
}
