import type { NavItem } from "../../components/shell/nav-item";
import { can } from "../../lib/domain/permissions";
import type { Role } from "../../lib/domain/words";

/** The screens of a role. A link that leads to a refusal is not shown; the page refuses all the same. */
export function navFor(role: Role, needsYou: string): readonly NavItem[] {
  const items: NavItem[] = [
    { href: "/queue", label: "Queue", icon: "queue", count: needsYou },
    { href: "/history", label: "History", icon: "history" },
  ];
  if (can(role, "proposal.compose")) items.push({ href: "/compose", label: "Compose", icon: "compose" });
  items.push({ href: "/policy", label: "Policy", icon: "policy" }, { href: "/agents", label: "Agents", icon: "agents" });
  if (can(role, "measures.read")) items.splice(-1, 0, { href: "/insights", label: "Insights", icon: "insights" });
  if (can(role, "people.read")) items.push({ href: "/people", label: "People", icon: "people" });
  if (can(role, "ledger.read")) items.push({ href: "/ledger", label: "Ledger", icon: "ledger" });
  return items;
}
