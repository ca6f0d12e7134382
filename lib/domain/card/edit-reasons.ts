/** Why a person changed what an agent proposed, most used first. The last two say nothing against the agent ({@link import("../measure/edit-grade")}). */
export const EDIT_REASONS = ["wrong_value", "outside_policy", "wording", "formatting"] as const;
