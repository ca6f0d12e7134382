import { onTestFinished } from "vitest";
import { openStore } from "../../db/open";
import type { Others, Store } from "../../db/store/store";
import type { LedgerRow } from "../../db/store/types";
import { sha256 } from "../builders";
import { postgresMigrationsFolder } from "../migrations-folder";

/** A store over a database, as each of several processes opens one. Closed when the test ends. */
export async function aProcess(url: string, more: Partial<Parameters<typeof openStore>[0]> = {}): Promise<Store> {
  const store = await openStore({ url, migrationsFolder: postgresMigrationsFolder, sha256, connections: 6, ...more });
  onTestFinished(() => store.close());
  return store;
}

/** The way to the other processes, which every PostgreSQL store has. */
export function othersOf(store: Store): Others {
  if (store.others === null) throw new Error("this store has no others");
  return store.others;
}

/** Everything that a store is told from now on, and a wait until it was told enough. */
export function follow(store: Store): {
  readonly rows: readonly LedgerRow[];
  readonly hints: readonly string[];
  until(enough: () => boolean): Promise<void>;
} {
  const [rows, hints, waiting]: [LedgerRow[], string[], Set<() => void>] = [[], [], new Set()];
  const check = (): void => {
    for (const look of [...waiting]) look();
  };
  othersOf(store).follow({
    rows: async (told) => {
      rows.push(...told);
      check();
      return Promise.resolve();
    },
    hint: (hint) => {
      hints.push(hint);
      check();
    },
  });
  const until = (enough: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!enough()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { rows, hints, until };
}
