import type { ComposeField } from "../../lib/domain/card/compose-form";
import type { ActionResult } from "../../lib/contract/action-result";
import type { ComposedProposal, ImportedLine } from "../../lib/contract/compose";

/** One action that can be composed: its fields come from its schema, and there are none where it has no schema. */
export interface ComposeAction {
  readonly name: string;
  readonly fields: readonly ComposeField[];
}

/** What composing needs from the server. */
export interface ComposeScreenProps {
  /** The catalogue's actions, to choose from. */
  readonly actions: readonly ComposeAction[];
  readonly compose: (input: { readonly text: string; readonly key: string }) => Promise<ActionResult<ComposedProposal>>;
  readonly importLines: (input: { readonly text: string }) => Promise<ActionResult<readonly ImportedLine[]>>;
}
