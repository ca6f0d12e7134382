import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Entrance } from "../../components/sign-in/entrance";
import { SignInForm } from "../../components/sign-in/sign-in-form";
import { currentPerson } from "../../lib/auth/current-person";
import { ownUrl } from "../../lib/auth/next-auth";
import { getRuntime } from "../../lib/runtime";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The way in. A fresh installation leads to its set-up instead. */
export default async function SignInPage({ searchParams }: Props) {
  const { ctx } = await getRuntime();
  if ((await ctx.store.read.countPeople(null)) === 0) redirect("/setup");
  const asked = (await searchParams)["callbackUrl"];
  const target = new URL(ownUrl(typeof asked === "string" ? asked : "/", ctx.baseUrl));
  const returnTo = `${target.pathname}${target.search}`;
  if ((await currentPerson()) !== null) redirect(returnTo);
  return (
    <Entrance title="Sign in" says="Countersign what AI agents want to do.">
      <SignInForm returnTo={returnTo} />
    </Entrance>
  );
}
