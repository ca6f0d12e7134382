import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { atMost, moneyText } from "../money";
import { asIs, type SaidPart } from "../said";
import { visible } from "../spans";
import { methodText } from "./airline-facts";
import type { Booking } from "./booking";
import type { Profile } from "./profile";
import { EXTRA_BAG_CENTS, INSURANCE_CENTS, PASSENGERS_MAX } from "./recorded-world";
import { dollars, type Traveller } from "./reservation";

const METHODS_MAX = { certificate: 1, credit_card: 1, gift_card: 3 } as const;

/** At most five passengers travel on one reservation. */
export function partySize({ passengers }: Booking): Check {
  if (passengers.length <= PASSENGERS_MAX) return passed("party-size", "airline.atMostFivePassengers");
  return failed("party-size", "airline.moreThanFivePassengers", String(passengers.length));
}

/** At most one certificate, one credit card and three gift cards; every payment is of something, and none twice. */
export function paymentRules({ payments }: Booking): readonly Check[] {
  const over = Object.entries(METHODS_MAX).flatMap(([type, most]) => {
    const count = payments.filter(({ method }) => method.startsWith(`${type}_`)).length;
    return count > most ? [`${counted(count, type.replaceAll("_", " "))}, at most ${most}`] : [];
  });
  const empty = payments.filter(({ amount }) => amount.minor <= 0n).map(({ method }) => visible(methodText(method)));
  return [
    over.length > 0
      ? failed("method-count", "airline.morePaymentMethodsThanAllowed", over.join("; "))
      : passed("method-count", "airline.paymentMethodsWithinLimits"),
    empty.length > 0
      ? failed("amounts-positive", "airline.paymentNothing", empty.join(", "))
      : passed("amounts-positive", "airline.everyPaymentIsAboveZero"),
  ];
}

/** Every payment method is in the customer's profile, and holds what is taken from it. */
export function sufficientFunds({ payments }: Booking, profile: Profile): Check {
  const unknown = payments.find(({ method }) => !profile.methods.has(method));
  if (unknown !== undefined) {
    return failed("method-known", "airline.paymentMethodIsNotIn", visible(unknown.method));
  }
  const short = payments.find(({ method, amount }) => {
    const holds = profile.methods.get(method)?.holds ?? null;
    return holds !== null && !atMost(amount, holds);
  });
  if (short === undefined) return passed("funds", "airline.inProfileAndCovered");
  const method = profile.methods.get(short.method);
  const holds = method?.holds === undefined || method.holds === null ? "nothing" : moneyText(method.holds);
  return failed("funds", "airline.moreThanPaymentMethodHolds", {
    key: "airline.methodHoldsHolds",
    values: { method: visible(method?.text ?? ""), holds },
  });
}

/** The total covers at least the extra bags and the insurance, which have fixed prices. */
export function extrasCovered({ paidBags, insured, passengers, total }: Booking): Check {
  const insurance = insured ? BigInt(passengers.length) * INSURANCE_CENTS : 0n;
  const extras = dollars(BigInt(paidBags) * EXTRA_BAG_CENTS + insurance);
  if (atMost(extras, total)) return passed("extras", "airline.totalCoversBagsAndInsurance");
  return failed("extras", "airline.totalDoesNotCoverBags", {
    key: "airline.extrasForThoseAlone",
    values: { extras: moneyText(extras) },
  });
}

/** The customer who books is the one whose profile is shown. */
export function sameCustomer(input: CardInput, profile: Profile): Check {
  const named = input.action.arguments["user_id"];
  if (profile.id === null || named === profile.id) return passed("same-record", "airline.argumentsNameCustomerShown");
  return failed(
    "same-record",
    "airline.argumentsNameAnotherCustomer",
    typeof named === "string" ? visible(named) : { key: "airline.none" },
  );
}

/** Whom the call is for, as it says it. */
export function userOf({ action }: CardInput): SaidPart | null {
  const named = action.arguments["user_id"];
  return typeof named === "string" ? asIs(visible(named)) : null;
}

/** Names and dates of birth are those of the profile, where it knows the traveller. */
export function travellersKnown(passengers: readonly Traveller[], profile: Profile): Check {
  const says = "airline.namesAndDatesBirthAre";
  for (const { name, born } of passengers) {
    const known = profile.travellers.filter((traveller) => traveller.name === name);
    if (known.length > 0 && !known.some((traveller) => traveller.born === born)) {
      return failed("travellers", "airline.dateBirthIsNotOne", visible(`${name}, ${born ?? "none"}`));
    }
    if (known.length === 0) {
      return notRun("travellers", says, visible(`${name}, born ${born ?? "unknown"}, is not in the profile`));
    }
  }
  return passed("travellers", says);
}
