import { openStore } from "../../db/open";
import { sha256 } from "../../lib/create-context";
import { times, verdictOn, whileCutting, whileKilling, worst } from "../../test/cluster/chaos";
import { startCluster } from "../../test/cluster/cluster";
import { clusterClient } from "../../test/cluster/cluster-client";
import { postgresMigrationsFolder } from "../../test/migrations-folder";
import type { Extent, Proof } from "./proof";
import { withPostgres } from "./workspace";

const SERVERS = 3;
const SLICE = { kills: 6, cuts: 50 };
const FULL = { kills: 60, cuts: 1_000 };
const CUT_EVERY_MS = 200;
/** How long an agent may sleep past a decision that was acknowledged, whatever was killed or cut (design: trust R18). */
const WAKE_MS = 3_000;

/**
 * Three servers on one PostgreSQL behind a plain proxy: servers are killed, then every connection to the database is cut over and over, while
 * agents wait at one and people decide at another (design: trust R18). The unit tests run a shorter form of it.
 */
export function cluster({ full, progress }: Extent): Promise<readonly Proof[]> {
  const { kills, cuts } = full ? FULL : SLICE;
  return withPostgres(async (database) => {
    const servers = await startCluster(database, SERVERS);
    const store = await openStore({ url: database, migrationsFolder: postgresMigrationsFolder, sha256 });
    try {
      const client = await clusterClient(store, servers.url);
      const chaos = { cluster: servers, database, client, progress };
      const killed = await whileKilling(chaos, kills);
      progress(`${String(cuts)} cuts`);
      const cut = await whileCutting(chaos, cuts, CUT_EVERY_MS);
      const verdict = await verdictOn(store, [...killed, ...cut]);
      const lost = verdict.lostOrDoubled.length + Math.abs(verdict.unknown);
      const common = { servers: SERVERS, lostOrDoubled: lost, ledgerHolds: verdict.chainHolds };
      const holds = lost === 0 && verdict.chainHolds;
      return [
        {
          name: "cluster: killed servers lose no decision and wake who waits within 3 s",
          holds: holds && worst(killed) <= WAKE_MS,
          kills,
          decisions: killed.length,
          ...common,
          wokenAfter: times(killed),
        },
        {
          name: "cluster: cut connections lose no decision and wake who waits within 3 s",
          holds: holds && worst(cut) <= WAKE_MS,
          cuts,
          decisions: cut.length,
          ...common,
          wokenAfter: times(cut),
          callsRepeated: client.repeated,
        },
      ];
    } finally {
      await store.close();
      await servers.close();
    }
  });
}
