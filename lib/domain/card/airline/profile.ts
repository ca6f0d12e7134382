import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { CardInput } from "../card";
import { capitalised } from "../human-words";
import { readMoney, type Money } from "../money";
import { subjectOf } from "../record/subject";
import { methodText } from "./airline-facts";
import { CURRENCY } from "./recorded-world";
import { travellersOf, type Traveller } from "./reservation";

/** A way to pay in a customer's profile. */
export interface Method {
  readonly id: string;
  readonly type: string;
  /** What a gift card or certificate still holds; null for a credit card. */
  readonly holds: Money | null;
  readonly text: string;
}

/** A customer as the airline records them. */
export interface Profile {
  readonly id: string | null;
  readonly name: string;
  readonly membership: string;
  readonly methods: ReadonlyMap<string, Method>;
  /** The customer and the passengers they saved. */
  readonly travellers: readonly Traveller[];
  readonly record: JsonObject;
}

/** The customer in `value`, or null unless name, membership and payment methods are there. */
export function profileOf(value: CardInput["before"]): Profile | null {
  const subject = subjectOf(value);
  if (subject === null) return null;
  const { name, membership, dob, payment_methods: methods } = subject.record;
  if (!isJsonObject(name) || typeof membership !== "string" || !isJsonObject(methods)) return null;
  const { first_name: first, last_name: last } = name;
  if (typeof first !== "string" || typeof last !== "string") return null;
  const saved = travellersOf(subject.record["saved_passengers"]) ?? [];
  const self = { name: `${first} ${last}`, born: typeof dob === "string" ? dob : null };
  const entries = Object.entries(methods).map(([id, method]) => [id, methodOf(id, method)] as const);
  const travellers = [self, ...saved];
  return { id: subject.id, name: self.name, membership, methods: new Map(entries), travellers, record: subject.record };
}

function methodOf(id: string, value: Json): Method {
  const { source, brand, last_four: lastFour, amount } = isJsonObject(value) ? value : {};
  const type = typeof source === "string" ? source : "unknown";
  const card = typeof brand === "string" && typeof lastFour === "string" ? `${capitalised(brand)} ··${lastFour}` : null;
  return { id, type, holds: readMoney(amount, CURRENCY), text: card ?? methodText(id) };
}
