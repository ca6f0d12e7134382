import { ROLES } from "../../lib/domain/words";
import type { SelectOption } from "../ui/select";
import type { Words } from "../words/make-words";

/** The roles to choose from, each with what it may do. The roles’ own words are the frame’s. */
export function roleOptions(t: Words<"people">, frame: Words<"shell">): readonly SelectOption[] {
  return ROLES.map((role) => ({
    value: role,
    label: t("role.full", { role: frame(`role.${role}`), says: t(`role.${role}.says`) }),
  }));
}
