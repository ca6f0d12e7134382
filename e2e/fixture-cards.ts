import { ALL_FIXTURES } from "../lib/domain/card/fixtures/all-fixtures";
import type { CardFixture, FixtureSort } from "../lib/domain/card/fixtures/card-fixture";
import type { Kind } from "../lib/domain/words";

/** The first fixture of a sort of a kind; throws where there is none. */
export function firstOf(kind: Kind, sort: FixtureSort): CardFixture {
  const found = ALL_FIXTURES[kind].find(({ of }) => of === sort);
  if (found === undefined) throw new Error(`no ${sort} ${kind}`);
  return found;
}
