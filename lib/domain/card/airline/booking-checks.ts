import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { atMost, moneyText } from "../money";
import { visible } from "../spans";
import { methodText } from "./airline-facts";
import type { Booking } from "./booking";
import type { Profile } from "./profile";
import { EXTRA_BAG_CENTS, INSURANCE_CENTS, PASSENGERS_MAX } from "./recorded-world";
import { dollars, type Traveller } from "./reservation";

const METHODS_MAX = { certificate: 1, credit_card: 1, gift_card: 3 } as const;

/** At most five passengers travel on one reservation. */
export function partySize({ passengers }: Booking): Check {
  if (passengers.length <= PASSENGERS_MAX) return passed("party-size", "At most five passengers");
  return failed("party-size", "More than five passengers", String(passengers.length));
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
      ? failed("method-count", "More payment methods than allowed", over.join("; "))
      : passed("method-count", "Payment methods within the limits"),
    empty.length > 0
      ? failed("amounts-positive", "A payment of nothing", empty.join(", "))
      : passed("amounts-positive", "Every payment is above zero"),
  ];
}

/** Every payment method is in the customer's profile, and holds what is taken from it. */
export function sufficientFunds({ payments }: Booking, profile: Profile): Check {
  const unknown = payments.find(({ method }) => !profile.methods.has(method));
  if (unknown !== undefined) {
    return failed("method-known", "A payment method is not in the customer’s profile", visible(unknown.method));
  }
  const short = payments.find(({ method, amount }) => {
    const holds = profile.methods.get(method)?.holds ?? null;
    return holds !== null && !atMost(amount, holds);
  });
  if (short === undefined) return passed("funds", "In the profile, and covered");
  const method = profile.methods.get(short.method);
  const holds = method?.holds === undefined || method.holds === null ? "nothing" : moneyText(method.holds);
  return failed("funds", "More than the payment method holds", `${visible(method?.text ?? "")} holds ${holds}`);
}

/** The total covers at least the extra bags and the insurance, which have fixed prices. */
export function extrasCovered({ paidBags, insured, passengers, total }: Booking): Check {
  const insurance = insured ? BigInt(passengers.length) * INSURANCE_CENTS : 0n;
  const extras = dollars(BigInt(paidBags) * EXTRA_BAG_CENTS + insurance);
  if (atMost(extras, total)) return passed("extras", "The total covers bags and insurance");
  return failed("extras", "The total does not cover bags and insurance", `${moneyText(extras)} for those alone`);
}

/** The customer who books is the one whose profile is shown. */
export function sameCustomer(input: CardInput, profile: Profile): Check {
  const named = input.action.arguments["user_id"];
  if (profile.id === null || named === profile.id) return passed("same-record", "The arguments name the customer shown");
  return failed("same-record", "The arguments name another customer", typeof named === "string" ? visible(named) : "none");
}

/** Names and dates of birth are those of the profile, where it knows the traveller. */
export function travellersKnown(passengers: readonly Traveller[], profile: Profile): Check {
  const says = "Names and dates of birth are those of the profile";
  for (const { name, born } of passengers) {
    const known = profile.travellers.filter((traveller) => traveller.name === name);
    if (known.length > 0 && !known.some((traveller) => traveller.born === born)) {
      return failed("travellers", "A date of birth is not the one in the profile", visible(`${name}, ${born ?? "none"}`));
    }
    if (known.length === 0) {
      return notRun("travellers", says, visible(`${name}, born ${born ?? "unknown"}, is not in the profile`));
    }
  }
  return passed("travellers", says);
}
