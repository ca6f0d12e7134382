import type { Metadata } from "next";

import { TriageScreen } from "../../../components/triage/triage-screen";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { sameAt } from "../desk-address";
import { DeskPage } from "../desk-page";
import type { SearchParameters } from "../read-desk";
import { readDesk } from "../read-desk";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("desk");
  return { title: t("queue") };
}

/** The reviewers' screen: what needs a person, most at stake first, with a live preview. */
export default async function QueuePage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const search = await searchParams;
  const person = await requirePerson(undefined, sameAt("/queue", search));
  const desk = await readDesk(person, search);
  return <DeskPage Screen={TriageScreen} desk={desk} person={person} />;
}
