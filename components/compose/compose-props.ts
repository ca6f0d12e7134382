import type { ActionResult } from "../../lib/contract/action-result";
import type { ComposedProposal, ImportedLine } from "../../lib/contract/compose";

/** What composing needs from the server. */
export interface ComposeScreenProps {
  /** Action names of the catalogue, to choose from. */
  readonly names: readonly string[];
  readonly compose: (input: { readonly text: string; readonly key: string }) => Promise<ActionResult<ComposedProposal>>;
  readonly importLines: (input: { readonly text: string }) => Promise<ActionResult<readonly ImportedLine[]>>;
}
