import type { Vigilance } from "../../lib/domain/measure/vigilance";
import { Callout } from "../ui/callout";
import { words } from "../words/words";

/** What says that reviewers have stopped looking: in numbers, never by name. Nothing where they look. */
export async function VigilanceAlarms({ vigilance: { reviewers, byReflex, tests, missing } }: { readonly vigilance: Vigilance }) {
  const t = await words("people");
  return (
    <>
      {missing && (
        <Callout tone="failed" title={t("tests.missing", tests)}>
          {t("tests.missing.says")}
        </Callout>
      )}
      {byReflex > 0 && (
        <Callout tone="failed" title={t("reflex", { count: byReflex, of: reviewers })}>
          {t("reflex.says")}
        </Callout>
      )}
    </>
  );
}
