import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Entrance } from "../../components/sign-in/entrance";
import { SignInForm } from "../../components/sign-in/sign-in-form";
import { HandWords } from "../../components/words/hand-words";
import { words } from "../../components/words/words";
import { currentPerson } from "../../lib/auth/current-person";
import { ownUrl } from "../../lib/auth/next-auth";
import { getRuntime } from "../../lib/runtime";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("signIn");
  return { title: t("title") };
}

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
  const t = await words("signIn");
  return (
    <Entrance title={t("title")} says={t("says")}>
      <HandWords areas={["signIn"]}>
        <SignInForm returnTo={returnTo} />
      </HandWords>
    </Entrance>
  );
}
