import type { CardInput } from "../../lib/domain/card/card";
import { Random } from "../demo/random";
import { catchesTheEye, sending } from "./eye-catchers";
import type { Extent, Proof } from "./proof";
import { someSpoofs } from "./spoof-names";

const COUNT = { slice: 120, full: 1_000 };
/** Of so many one may pass unflagged (design: trust H3). */
const UNFLAGGED_ONE_IN = 1_000;
const ASCII = /^[\0-\x7f]*$/u;

/** Where a name stands that is held against others, and where it is all there is. Each with the genuine name too, as the control. */
const AMONG_KNOWN: readonly ((host: string, genuine: string) => CardInput)[] = [
  (host, genuine) =>
    sending(
      "email",
      "email.send",
      { from: `desk@${genuine}`, to: [`accounts@${host}`], subject: "W1234", body: "Your order ships." },
      { to: [`accounts@${genuine}`], subject: "W1000", body: "Your order ships." },
    ),
  (host, genuine) =>
    sending("email", "email.send", {
      from: `desk@${genuine}`,
      to: ["dana@customer.example"],
      subject: "W1234",
      body: `Pay at https://${host}/pay today.`,
    }),
];
const ALONE: readonly ((host: string) => CardInput)[] = [
  (host) => sending("tool", "hooks.call", { url: `https://${host}/hook`, retries: 2 }),
  (host) => sending("record", "crm.update", { id: "C17", contact: `billing@${host}` }),
  (host) => sending("payment", "payment.pay", { payee: "Halden", account: `pay@${host}`, amount: "12.00", currency: "EUR" }),
];

/** Hosts of mail and web addresses that pass for others (design: trust H3): the card says so of nearly all, and of every one that is not plain ASCII. */
export function spoofs({ full, progress }: Extent): Proof {
  const places = new Random(20_261_129);
  const count = full ? COUNT.full : COUNT.slice;
  const unflaggedMax = Math.floor(count / UNFLAGGED_ONE_IN);
  const counts = { cases: 0, beyondAscii: 0, unflagged: 0, unflaggedBeyondAscii: 0 };
  const controls = new Set<string>();
  for (const { host, of } of someSpoofs(count)) {
    const isPlain = ASCII.test(host);
    const place = places.pick(isPlain ? AMONG_KNOWN : [...AMONG_KNOWN, ...ALONE]);
    if (catchesTheEye(place(of, of))) controls.add(of);
    counts.cases += 1;
    if (!isPlain) counts.beyondAscii += 1;
    if (counts.cases % 100 === 0) progress(`${String(counts.cases)} look-alikes`);
    if (catchesTheEye(place(host, of))) continue;
    counts.unflagged += 1;
    if (!isPlain) counts.unflaggedBeyondAscii += 1;
    process.stderr.write(`not flagged: ${host} for ${of}\n`);
  }
  return {
    name: "consent H3: a host that passes for another is flagged on its card",
    // A flag that the genuine name had as well would say nothing.
    holds: counts.unflagged <= unflaggedMax && counts.unflaggedBeyondAscii === 0 && controls.size === 0,
    ...counts,
    genuineFlagged: controls.size,
    bar: `unflagged at most ${String(unflaggedMax)}, beyond ASCII 0`,
  };
}
