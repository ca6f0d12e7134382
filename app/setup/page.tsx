import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Entrance } from "../../components/sign-in/entrance";
import { SetupForm } from "../../components/sign-in/setup-form";
import { getRuntime } from "../../lib/runtime";
import { needsFirstAdmin } from "../../lib/services/first-admin";
import { createFirstAdminAction } from "./server-actions";

export const metadata: Metadata = { title: "Set up" };
// Whether there is an admin is asked anew for every visitor.
export const dynamic = "force-dynamic";

/** The first visitor of a fresh installation creates its first admin. */
export default async function SetupPage() {
  const { ctx } = await getRuntime();
  if (!(await needsFirstAdmin(ctx))) redirect("/sign-in");
  return (
    <Entrance
      title="Set up Countersign"
      says="You are the first here. This account will be the admin; more people can join later."
    >
      <SetupForm create={createFirstAdminAction} />
    </Entrance>
  );
}
