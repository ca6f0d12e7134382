import { headNoun, knows, type ActionVerb } from "../action-verb";
import type { Verb } from "../verb-words";

/** What this kind’s card can say of a file. */
export type FileVerb = "Delete" | "Move" | "Copy" | "Write" | "Share" | "Unshare";

const FILE_VERBS = {
  ...{ delete: "Delete", move: "Move", archive: "Move", copy: "Copy", share: "Share", revoke: "Unshare" },
  ...{ make: "Write", update: "Write", write: "Write", commit: "Write" },
} as const satisfies Partial<Record<Verb, FileVerb>>;

/** Who may get at a file; given, it is shared, and taken away, it is no file that goes. */
const ACCESS = new Set(
  "access acl collaborator editor grant grantee link member people permission reader share sharing viewer writer".split(" "),
);
/** What hangs on a file: whoever deletes one of these deletes no file. */
const PARTS = new Set(
  "alias annotation bookmark comment label lock metadata note property reaction revision star tag thread trash version watch".split(
    " ",
  ),
);

/** The file’s own act behind the name of an action; null where this card does not know it. */
export function fileVerb({ verb, object }: ActionVerb): FileVerb | null {
  const noun = headNoun(object);
  if (ACCESS.has(noun)) return accessVerb(verb);
  if (PARTS.has(noun)) return null;
  return knows(FILE_VERBS, verb) ? FILE_VERBS[verb] : null;
}

/** Changed access may be more or less of it: only what is plainly given or taken is said so. */
function accessVerb(verb: ActionVerb["verb"]): FileVerb | null {
  if (verb === "make" || verb === "share") return "Share";
  return verb === "delete" || verb === "revoke" ? "Unshare" : null;
}
