import type { Metadata } from "next";

import { ComposeScreen } from "../../../components/compose/compose-screen";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { composeFields } from "../../../lib/domain/card/compose-form";
import { getRuntime } from "../../../lib/runtime";
import { requirePermission } from "../../../lib/services/require-permission";
import { pageOrRefusal } from "../page-or-refusal";
import { composeAction, importAction } from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("compose");
  return { title: t("page") };
}

/** A person proposes by hand, or imports a file of proposals, under the built-in agent `manual`. */
export default async function ComposePage() {
  const person = await requirePerson(undefined, "/compose");
  return pageOrRefusal("/compose", async () => {
    requirePermission(person, "proposal.compose");
    const { ctx } = await getRuntime();
    const catalogue = ctx.live.policy?.document.catalogue ?? [];
    const actions = catalogue
      .filter(({ match }) => !match.includes("*"))
      .map(({ match, argumentsSchema }) => ({
        name: match,
        fields: argumentsSchema === undefined ? [] : composeFields(argumentsSchema),
      }));
    return (
      <HandWords areas={["compose"]}>
        <ComposeScreen actions={actions} compose={composeAction} importLines={importAction} />
      </HandWords>
    );
  });
}
