import type { Card, CardInput, Diff, Fact, FieldChange, Span } from "../card";
import { actionVerb, isInverse, knows } from "../action-verb";
import { earlierNote } from "../earlier-note";
import { decisiveValue, fact, finishCard, type CardParts } from "../finish-card";
import { humanVerb } from "../human-words";
import { amountDecoys, figureText, moneyText, withMinor, type Money } from "../money";
import { tokens } from "../must-read";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { asIs, together, type FaceKey, type Said, type SaidPart, type Saying } from "../said";
import { added, plain, removed, valued, visible } from "../spans";
import { takesAwayChecks } from "../takes-away";
import { readTool } from "../tool/read-tool";
import { isRefundedTotal, orderRecord, type OrderRecord } from "./order-record";
import {
  accountText,
  givesBack,
  mayBeMinorUnits,
  paymentArguments,
  type Party,
  type PaymentArguments,
} from "./payment-arguments";
import { paymentChecks } from "./payment-checks";

/** What moves money, as far as this card knows; `other` is said in the words of the action's own name. */
type MoneyVerb = "refund" | "charge" | "transfer" | "credit" | "pay" | "other";
const HEADS = { refund: "Refund ", charge: "Charge ", transfer: "Transfer ", credit: "Credit ", pay: "Pay " } as const;
const NOUNS = {
  refund: "refund",
  charge: "charge",
  transfer: "transfer",
  credit: "credit",
  pay: "payment",
  other: "payment",
} as const satisfies Record<MoneyVerb, string>;
const PAYEE_TOKENS_MAX = 5;

/** The card of a payment or refund: the amount first and exact, then where it goes. All the rest is arithmetic and checked. */
export function readPayment(input: CardInput): Card {
  const verb = moneyVerb(input.action.name);
  const payment = paymentArguments(input.action.arguments);
  const order = orderRecord(input.before);
  const amount = payment.amount === null ? null : { ...payment.amount, currency: payment.currency ?? order?.currency ?? null };
  // An amount that cannot be read exactly is not summarised: the plain arguments are, and the card says why.
  if (amount === null) return readTool(input, amountUnread(input.action.name, payment));
  const money = paymentChecks(input, payment, amount, order);
  const checks = verb === "other" ? [...takesAwayChecks(input), ...money] : money;
  const parts: CardParts = {
    headline: headline(input.action.name, verb, amount, payment, order),
    facts: facts(input, payment, amount, order),
    diff: diff(input, verb, payment, amount, order),
    checks,
    undo: verb === "other" ? "face.noWayToUndo" : "payment.undo",
    openQuestions: checks.some(({ id, state }) => id === "within-order" && state !== "passed") ? 1 : 0,
    unreadable: amount.currency === null ? ["payment.unread.currency"] : [],
    decisive: decisiveValue(`payment.which.${NOUNS[verb]}`, moneyText(amount), amountDecoys(amount)),
  };
  return finishCard(input, parts);
}

function amountUnread(name: string, { currencies }: PaymentArguments): readonly FaceKey[] {
  if (currencies > 1) return ["payment.unread.currencies"];
  return needsAmount(name) ? ["payment.unread.amount"] : [];
}

function moneyVerb(name: string): MoneyVerb {
  const { verb } = actionVerb(name);
  return knows(HEADS, verb) ? verb : "other";
}

/** What is cancelled, drafted or looked at has its amount elsewhere: of any other act it has to be on the card. */
function needsAmount(name: string): boolean {
  const found = actionVerb(name);
  return !isInverse(found) && found.verb !== "draft" && found.verb !== "preview" && found.verb !== "read";
}

function headline(
  name: string,
  verb: MoneyVerb,
  amount: Money,
  payment: PaymentArguments,
  order: OrderRecord | null,
): readonly Span[] {
  const start = [...plain(verb === "other" ? `${humanVerb(name)}: ` : HEADS[verb]), ...valued(moneyText(amount))];
  const charges = verb === "charge";
  const who = partyText(charges ? (payment.payer ?? payment.payee) : payment.payee, order);
  if (who === null || tokens(who).length > PAYEE_TOKENS_MAX) return start;
  return [...start, ...plain(charges ? " from " : " to "), ...valued(who)];
}

/** The name in the arguments, else the one on record behind the same account, else the account. */
function partyText(party: Party | null, order: OrderRecord | null): string | null {
  if (party === null || party.name !== null) return party?.name ?? null;
  const recorded = order?.party;
  const same = recorded !== undefined && recorded !== null && recorded.account === party.account;
  if (same && recorded.name !== null) return recorded.name;
  return party.account === null ? null : accountText(party.account);
}

function facts(input: CardInput, payment: PaymentArguments, amount: Money, order: OrderRecord | null): readonly Fact[] {
  const ambiguous = mayBeMinorUnits(payment.figure, `${input.action.name} ${input.target?.system ?? ""}`, amount.currency);
  const cents = moneyText(withMinor(amount, amount.minor / 10n ** BigInt(amount.digits)));
  const facts: Fact[] = [
    fact("face.amount", valued(moneyText(amount)), {
      hero: true,
      note: ambiguous
        ? { key: "payment.ifMinorUnits", values: { amount: cents } }
        : orderNote(order, givesBack(input.action.name)),
      alarming: ambiguous,
    }),
  ];
  if (payment.payee !== null) facts.push(partyFact("face.to", payment.payee, order, input.history.earlierToCounterpart));
  if (payment.payer !== null) facts.push(partyFact("face.from", payment.payer, null, null));
  if (payment.reason !== null) facts.push(fact("payment.reason", valued(payment.reason)));
  if (payment.order !== null) facts.push(fact("payment.order", valued(payment.order), { technical: true }));
  return facts;
}

function orderNote(order: OrderRecord | null, back: boolean): Said | null {
  if (order === null) return null;
  const { total, refunded, paid, balance } = order;
  const before: SaidPart | null = back
    ? refunded && { key: "payment.refundedBefore", values: { refunded: figureText(refunded) } }
    : paid && { key: "payment.paidBefore", values: { paid: figureText(paid) } };
  return together(" · ", [
    total && { key: "payment.ofOrder", values: { total: figureText(total) } },
    total && before,
    // What becomes of it is not worked out: a balance may be owed or owned.
    balance && { key: "payment.balanceBefore", values: { balance: moneyText(balance) } },
  ]);
}

/** Name and account; whether it is the one on record, and whether money went there before. */
function partyFact(label: FaceKey, party: Party, order: OrderRecord | null, earlier: number | null): Fact {
  const account = party.account === null ? null : accountText(party.account);
  const note = together(" · ", [
    party.account !== null && party.account === order?.party?.account ? "payment.original" : null,
    earlierNote(earlier),
    party.account !== null && account !== party.account ? asIs(visible(party.account)) : null,
  ]);
  return fact(label, valued([party.name, account].filter((part) => part !== null).join(" ")), {
    note,
    alarming: earlier === 0,
  });
}

/** What the record after says, or what the amount does to the refunded total; arguments with no place of their own come last. */
function diff(
  input: CardInput,
  verb: MoneyVerb,
  payment: PaymentArguments,
  amount: Money,
  order: OrderRecord | null,
): Diff | null {
  const after = orderRecord(input.after);
  const rows: FieldChange[] = [];
  const refunded = order?.refunded ?? null;
  const then = verb === "refund" ? refundedThen(refunded, amount) : null;
  if (order !== null && after !== null) rows.push(...expectedRows(order, after, then));
  else if (refunded !== null && then !== null) rows.push(refundedRow(refunded, then));
  const others = rowsOf({}, payment.others);
  if (rows.length + others.length === 0) return null;
  return fieldsDiff([...rows, ...others], order?.record ?? {}, subjectOfPayment(verb, payment.order ?? order?.id ?? ""));
}

/** `refund W1234`. */
function subjectOfPayment(verb: MoneyVerb, id: string): Saying {
  const noun = `payment.is.${NOUNS[verb]}` as const;
  return together(" ", [noun, id.trim() === "" ? null : asIs(id.trim())]) ?? noun;
}

/** What the record after says: the agent’s word, but for a refunded total that comes out as the amount alone says. */
function expectedRows(order: OrderRecord, after: OrderRecord, then: Money | null): readonly FieldChange[] {
  const found = then !== null && after.refunded !== null && moneyText(then) === moneyText(after.refunded);
  return rowsOf(order.record, after.record).map((row) =>
    found && isRefundedTotal(row.path.slice(1)) ? row : { ...row, expected: true },
  );
}

/** What is given back in all once `amount` is too; null where nothing says how much was before, or in decimals of another currency. */
function refundedThen(refunded: Money | null, amount: Money): Money | null {
  return refunded?.digits === amount.digits ? withMinor(refunded, refunded.minor + amount.minor) : null;
}

function refundedRow(refunded: Money, then: Money): FieldChange {
  return {
    field: "refunded",
    path: "/refunded",
    change: "changed",
    before: removed(figureText(refunded)),
    after: added(figureText(then)),
  };
}
