import type { Json } from "../../json";

/** What an argument decides, most consequential first. */
export const ARGUMENT_ROLES = ["money", "recipient", "environment", "path", "url", "object", "other"] as const;
export type ArgumentRole = (typeof ARGUMENT_ROLES)[number];

const BY_NAME: readonly (readonly [ArgumentRole, RegExp])[] = [
  ["money", /(?:^|_)(?:amount|price|total|fee|cost|sum|refund|payment|credit|charge|salary|budget|limit)(?:_|$)/iu],
  [
    "recipient",
    /(?:^|_)(?:to|cc|bcc|recipients?|payee|email|account|iban|user|customer|member|assignee|owner|channel|phone)(?:_|$)/iu,
  ],
  ["environment", /(?:^|_)(?:env|environment|stage|cluster|region|tenant|workspace|namespace|database)(?:_|$)/iu],
  ["path", /(?:^|_)(?:path|file|filename|dir|directory|folder|bucket|key|glob|pattern)(?:_|$)/iu],
  ["url", /(?:^|_)(?:url|uri|host|hostname|endpoint|webhook|domain|link)(?:_|$)/iu],
  ["object", /(?:^|_)(?:id|name|title|subject|resource|record|ticket|order|issue|query|command)(?:_|$)/iu],
];
const BY_VALUE: readonly (readonly [ArgumentRole, RegExp])[] = [
  ["url", /^[a-z][a-z\d+.-]*:\/\//iu],
  ["recipient", /^[^\s@]+@[^\s@]+\.[^\s@]+$/u],
  ["path", /^(?:\.{0,2}|~)\/\S|^[A-Za-z]:\\/u],
];

/** What the argument called `name` decides, by the look of its value, else by its name. */
export function argumentRole(name: string, value: Json): ArgumentRole {
  if (typeof value === "string") for (const [role, looks] of BY_VALUE) if (looks.test(value)) return role;
  const snake = name.replace(/(?<=[a-z\d])(?=[A-Z])/gu, "_");
  for (const [role, called] of BY_NAME) if (called.test(snake)) return role;
  return "other";
}
