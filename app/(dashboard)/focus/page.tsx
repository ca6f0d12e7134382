import type { Metadata } from "next";

import { redirect } from "next/navigation";

import { FocusScreen } from "../../../components/triage/focus-screen";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { sameAt } from "../desk-address";
import { DeskPage } from "../desk-page";
import type { SearchParameters } from "../read-desk";
import { readDesk } from "../read-desk";
import { isExpiring } from "../../../lib/domain/focus/interlude";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { beginWarmUp, isToWarmUp } from "../../../lib/services/focus/warm-up";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("desk");
  return { title: t("focus") };
}

/** One card over the whole screen: the phone's way to decide, and the desk's way to concentrate. */
export default async function FocusPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const search = await searchParams;
  const person = await requirePerson(undefined, sameAt("/focus", search));
  const desk = await readDesk(person, search);
  if (desk.pace !== null && (await isBeforeWarmUp(person, desk))) redirect(sameAt("/focus/warm-up", search));
  return <DeskPage Screen={FocusScreen} desk={desk} person={person} />;
}

/** A warm-up comes first where it is switched on, can be made, and holds up nothing that is about to expire. */
async function isBeforeWarmUp(person: PersonActor, { initial, now }: Awaited<ReturnType<typeof readDesk>>): Promise<boolean> {
  const { ctx } = await getRuntime();
  if (!(await isToWarmUp(ctx, person))) return false;
  if (initial.rows.length === 0 || initial.rows.some(({ expiresAt, look }) => look === null && isExpiring(expiresAt, now)))
    return false;
  return (await beginWarmUp(ctx, person)) !== null;
}
