/** When a riskier change waits for a second admin, from the least asked to the most. The design's own is `from_two`: once there are two admins. */
export const SECOND_ADMIN_RULES = ["never", "from_two", "always"] as const;
export type SecondAdminRule = (typeof SECOND_ADMIN_RULES)[number];

/** What a workspace has where nobody chose. */
export const SECOND_ADMIN_DEFAULT: SecondAdminRule = "from_two";

/** Whether a riskier change waits, with so many admins who can sign in. */
export function asksSecondAdmin(rule: SecondAdminRule, admins: number): boolean {
  return rule === "always" || (rule === "from_two" && admins >= 2);
}

/**
 * What another choice takes. Asking more holds at once. Asking less waits for the other admin while the rule asks and somebody else could
 * agree; otherwise it takes the workspace's name, typed: nobody gets out of a rule by accident, and nobody is locked in alone.
 */
export function switchingTakes(from: SecondAdminRule, to: SecondAdminRule, admins: number): "nothing" | "agreement" | "name" {
  if (SECOND_ADMIN_RULES.indexOf(to) >= SECOND_ADMIN_RULES.indexOf(from)) return "nothing";
  return asksSecondAdmin(from, admins) && admins >= 2 ? "agreement" : "name";
}
