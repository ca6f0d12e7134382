import type { ReactNode } from "react";

import type { NavItem } from "../../components/shell/nav-item";
import type { Words } from "../../components/words/make-words";
import { can } from "../../lib/domain/permissions";
import type { Role } from "../../lib/domain/words";

/** The screens of a role. A link that leads to a refusal is not shown; the page refuses all the same. */
export function navFor(t: Words<"shell">, role: Role, needsYou: ReactNode): readonly NavItem[] {
  const items: NavItem[] = [
    { href: "/queue", label: t("nav.queue"), icon: "queue", count: needsYou },
    { href: "/history", label: t("nav.history"), icon: "history" },
  ];
  if (can(role, "proposal.compose")) items.push({ href: "/compose", label: t("nav.compose"), icon: "compose" });
  items.push(
    { href: "/policy", label: t("nav.policy"), icon: "policy" },
    { href: "/agents", label: t("nav.agents"), icon: "agents" },
  );
  if (can(role, "measures.read")) items.splice(-1, 0, { href: "/insights", label: t("nav.insights"), icon: "insights" });
  if (can(role, "people.read")) items.push({ href: "/people", label: t("nav.people"), icon: "people" });
  if (can(role, "ledger.read")) items.push({ href: "/ledger", label: t("nav.ledger"), icon: "ledger" });
  return items;
}
