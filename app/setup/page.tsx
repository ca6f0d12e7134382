import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Entrance } from "../../components/sign-in/entrance";
import { SetupForm } from "../../components/sign-in/setup-form";
import { HandWords } from "../../components/words/hand-words";
import { words } from "../../components/words/words";
import { getRuntime } from "../../lib/runtime";
import { needsFirstAdmin } from "../../lib/services/first-admin";
import { createFirstAdminAction } from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("signIn");
  return { title: t("setup.page") };
}
// Whether there is an admin is asked anew for every visitor.
export const dynamic = "force-dynamic";

/** The first visitor of a fresh installation creates its first admin. */
export default async function SetupPage() {
  const { ctx } = await getRuntime();
  if (!(await needsFirstAdmin(ctx))) redirect("/sign-in");
  const t = await words("signIn");
  return (
    <Entrance title={t("setup.title")} says={t("setup.says")}>
      <HandWords areas={["signIn"]}>
        <SetupForm create={createFirstAdminAction} />
      </HandWords>
    </Entrance>
  );
}
