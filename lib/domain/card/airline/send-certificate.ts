import type { Card, CardInput, Check } from "../card";
import { fact, failed, finishCard, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { capitalised } from "../human-words";
import { moneyText, readMoney, type Money } from "../money";
import { fieldsDiff } from "../record/fields-diff";
import { added, plain, valued } from "../spans";
import { amountFact, amountMatch } from "./airline-facts";
import { sameCustomer, userOf } from "./booking-checks";
import { otherRows, shown, text } from "./other-arguments";
import type { Profile } from "./profile";
import { CURRENCY, PASSENGERS_MAX } from "./recorded-world";

/** Compensation for each passenger, in cents: a delayed flight, a cancelled one. */
const GESTURES = [5_000n, 10_000n];

/** The call names nothing that it would be for: a person has to find out. */
const OWED = notRun("owed", "airline.flightOfTheirsWasDelayed", { key: "airline.callNamesNoReservation" });

/** The card of a travel certificate given as a gesture, null when the amount cannot be read. */
export function readCertificate(input: CardInput, profile: Profile): Card | null {
  const amount = readMoney(input.action.arguments["amount"], CURRENCY);
  if (amount === null) return null;
  const joins = `+ certificate of ${moneyText(amount)}`;
  const entries = counted(profile.methods.size, "entry", "entries");
  return finishCard(input, {
    headline: [...plain("Give "), ...valued(profile.name), ...plain(" a certificate of "), ...valued(moneyText(amount))],
    facts: [
      amountFact("face.amount", amount, null),
      fact("face.to", valued(profile.name), { note: userOf(input) }),
      fact("airline.membership", valued(capitalised(profile.membership))),
    ],
    diff: fieldsDiff(
      [
        { field: "payment methods", path: "/payment_methods", change: "changed", before: plain(entries), after: added(joins) },
        ...otherRows(input.action.arguments, { amount: shown, user_id: text }),
      ],
      profile.record,
      { key: "airline.customer", values: { customer: profile.id ?? profile.name } },
    ),
    checks: [eligible(profile), amountFits(amount), OWED, sameCustomer(input, profile)],
    undo: "airline.undo.certificate",
    // Whether a flight was delayed or cancelled, and whether they complained, is for a person to judge.
    openQuestions: 1,
    unreadable: [],
    decisive: amountMatch("airline.howMuchCertificate", amount),
  });
}

function eligible(profile: Profile): Check {
  const says = "airline.silverOrGoldInsuredOr";
  if (profile.membership === "silver" || profile.membership === "gold") return passed("eligible", says);
  return notRun("eligible", says, { key: "airline.regularMemberRightOnlyIf" });
}

function amountFits(amount: Money): Check {
  const people = GESTURES.map((each) => (amount.minor % each === 0n ? amount.minor / each : 0n));
  const fits = people.some((count) => count >= 1n && count <= BigInt(PASSENGERS_MAX));
  if (fits) return passed("amount", "airline.50Or100ForEach");
  return failed("amount", "airline.not50Or100For", moneyText(amount));
}
