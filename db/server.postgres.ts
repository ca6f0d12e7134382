import { Client } from "pg";
import { conditionOf } from "./failures.postgres";

/** Older servers are not tested, and are out of their makers' support. */
const VERSION_FLOOR = 140_000;
const CONNECT_MS = 5_000;

/**
 * One connection to the server itself, for what a pooler cannot do: migrating and listening. Throws with one clear message when the
 * address leads nowhere, the server is too old, or the database is one that this program must not write.
 */
export async function connectDirectly(url: string, access: "write" | "read"): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: "countersign",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await requireServer(client, access);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explained(error, url);
  }
}

interface ServerFacts {
  readonly version: number;
  readonly name: string;
  readonly encoding: string;
  readonly recovering: boolean;
  readonly readOnly: string;
}

async function requireServer(client: Client, access: "write" | "read"): Promise<void> {
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding, pg_is_in_recovery() as recovering,
      current_setting('default_transaction_read_only') as "readOnly"`);
  const [facts] = rows;
  if (facts === undefined) throw new Error("the server did not say what it is");
  if (facts.version < VERSION_FLOOR) throw new Error(`PostgreSQL ${facts.name} is too old: 14 or newer is needed`);
  if (facts.encoding !== "UTF8") throw new Error(`the database's encoding is ${facts.encoding}: create it with UTF8`);
  if (access === "read") return;
  if (facts.recovering) throw new Error("this server is a standby, which only reads: use the address of the primary");
  if (facts.readOnly === "on") throw new Error("the database is read-only: turn `default_transaction_read_only` off");
}

/** The same failure in words that say what to do, without the password that an address may hold. */
export function explained(error: unknown, url: string): Error {
  // The server's own words say more than the store's.
  const source = error instanceof Error && conditionOf(error.cause) !== null ? error.cause : error;
  const condition = conditionOf(source);
  const words = source instanceof Error ? source.message : String(source);
  const says = words.includes("startup parameter")
    ? `${words}: for a pooler, name the server itself in COUNTERSIGN_DATABASE_DIRECT_URL`
    : words;
  const reason = condition === null ? says : `${WORDS[condition] ?? says} (${condition})`;
  return new Error(`the database ${placeOf(url)} cannot be used: ${reason === "" ? "no answer" : reason}`, { cause: error });
}

const WORDS: Readonly<Record<string, string | undefined>> = {
  "28P01": "the password is wrong",
  "28000": "the server does not let this user in",
  "3D000": "there is no such database: create it first",
  "42501": "the user may not create tables in it: grant CREATE on its schema",
  "25006": "it is read-only",
  "53100": "the server's disk is full",
  "53300": "the server has no connection left: raise `max_connections` or lower COUNTERSIGN_DATABASE_CONNECTIONS",
};

/** `host:port/name`: enough to recognise an address by, and no secret. */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return "address";
  const { host, pathname, searchParams } = new URL(address);
  return `${host === "" ? (searchParams.get("host") ?? "localhost") : host}${pathname}`;
}
