import type { CardFixture } from "../../lib/domain/card/fixtures/card-fixture";
import type { ProposalInput } from "../../sdk/src/index";

/** What an agent sends to propose what a fixture holds. */
export function proposedAs({ input }: CardFixture): ProposalInput {
  const { kind, action, target, before, after } = input;
  return {
    kind,
    action,
    ...(target === null ? {} : { target }),
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
  };
}
