import type { CardInput } from "../../lib/domain/card/card";
import { sending } from "./eye-catchers";

/** What somebody may send, with a name in it. */
export type Place = (name: string) => CardInput;

const told = { id: "C17", stage: "trial" };
const message = (to: readonly [string] | readonly [{ name: string; email: string }]): CardInput =>
  sending("email", "email.send", { to: [...to], subject: "W1234", body: "Your order ships." });

/** Where a host stands and nothing says that it is one, but for the first. */
export const BARE: Readonly<Record<string, Place>> = {
  "named host": (host) => sending("tool", "dns.point", { record: "www", host }),
  argument: (host) => sending("tool", "dns.point", { record: "www", to: host }),
  "in a list": (host) => sending("tool", "dns.point", { record: "www", peers: ["a.example", host] }),
  target: (host) => ({ ...sending("tool", "dns.flush", { all: true }), target: { environment: "production", resource: host } }),
  "in a command": (host) => sending("command", "shell.run", { command: `ping -c 1 ${host}` }),
  "in SQL": (host) => sending("sql", "sql.run", { query: `UPDATE routes SET target = '${host}' WHERE id = 7` }),
  "in a sentence": (host) => sending("record", "crm.update", { id: "C17", note: `They moved to ${host}, as agreed.` }),
  before: (host) => ({
    ...sending("record", "crm.update", { id: "C17", site: "b.example" }),
    before: { ...told, site: host },
    after: { ...told, site: "b.example" },
  }),
  after: (host) => ({
    ...sending("record", "crm.update", { id: "C17" }),
    before: { ...told, site: "b.example" },
    after: { ...told, site: host },
  }),
};

/** Where a mailbox has the name of another, at a host that is in order. */
export const OF_MAILBOXES: Readonly<Record<string, Place>> = {
  "before the at sign": (name) => message([`${name}@customer.example`]),
  "name before an address": (name) => message([`${name} <dana@customer.example>`]),
  "name beside an address": (name) => message([{ name, email: "dana@customer.example" }]),
};
