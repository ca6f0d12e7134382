import { isId } from "../../domain/ids";
import { KINDS } from "../../domain/words";
import { AppError } from "../app-error";

/** A kill switch's scope as it is kept: `all`, `agent:agt_…` or `kind:payment`. Throws `invalid_request` for anything else. */
export function stopScope(text: string): string {
  const [word, rest] = [text.slice(0, text.indexOf(":") + 1), text.slice(text.indexOf(":") + 1)];
  const known =
    text === "all" || (word === "agent:" && isId("agent", rest)) || (word === "kind:" && KINDS.some((kind) => kind === rest));
  if (known) return text;
  const says = "name what to stop: `all`, `agent:` with an agent's id, or `kind:` with a kind";
  throw new AppError("invalid_request", says, { issues: [{ path: "scope", says }] });
}
