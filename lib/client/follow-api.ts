import type { QueueRow } from "../contract/people";
import { post } from "./people-api";

interface Changed {
  readonly row: QueueRow;
}

/** The people's side of the API, for what follows a decision, or gives an item to somebody: loaded behind the first card. Each throws a `PeopleApiError`. */
export const followApi = {
  undo: (proposal: string): Promise<Changed> => post("/undo", { proposal }),
  release: (proposal: string): Promise<Changed> => post("/release", { proposal }),
  renew: (proposal: string): Promise<Changed> => post("/renew", { proposal }),
  reason: (proposal: string, reason: { readonly code: string; readonly text: string | null }): Promise<Changed> =>
    post("/reason", { proposal, reason }),
  assign: (proposal: string, person: string | null): Promise<Changed> => post("/assign", { proposal, person }),
} as const;
