import type { Canaries, Mutation } from "../../canary/canary";
import { anotherOne, changed, misread, numbers, pick, tenTimes, tenTimesNumber, texts } from "../../canary/change";

const AMOUNT = /amount|total|sum|value|cents|price/iu;

const decimalShift: Mutation = {
  name: "decimal_shift",
  apply: (source) => {
    for (const { key, value } of texts(source).filter((found) => AMOUNT.test(found.key))) {
      const more = tenTimes(value);
      if (more !== null) return changed(source, { [key]: more }, `the amount was ${more}, ten times ${value}`);
    }
    for (const { key, value } of numbers(source).filter((found) => AMOUNT.test(found.key))) {
      const more = tenTimesNumber(value);
      if (more !== null) return changed(source, { [key]: more }, `the amount was ${String(more)}, ten times ${String(value)}`);
    }
    return null;
  },
};

const CURRENCIES = ["EUR", "GBP", "USD", "CHF"] as const;

const currency: Mutation = {
  name: "currency",
  apply: (source, seed) => {
    const [found] = texts(source, ["currency", "currencycode"]);
    if (found === undefined) return null;
    const other = pick(
      CURRENCIES.filter((code) => code !== found.value.toUpperCase()),
      seed,
    );
    return other === null ? null : changed(source, { [found.key]: other }, `the currency was ${other}, not ${found.value}`);
  },
};

const PAYEES = ["to", "iban", "account", "accountnumber", "destination", "card", "method", "payee", "recipient"];

const newAccount: Mutation = {
  name: "new_account",
  apply: (source, seed) => {
    for (const { key, value } of texts(source, PAYEES)) {
      const other = misread(value, seed);
      if (other !== null) return changed(source, { [key]: other }, `the money went to ${other}, not to ${value}`);
    }
    return null;
  },
};

const REFERENCES = ["order", "orderid", "invoice", "invoiceid", "paymentid", "chargeid", "reference", "id", "reservationid"];

const alteredDuplicate: Mutation = {
  name: "altered_duplicate",
  apply: (source, seed) => {
    for (const { key, value } of texts(source, REFERENCES)) {
      const other = misread(value, seed);
      if (other !== null)
        return anotherOne(source, { [key]: other }, `it paid ${value} a second time, under the number ${other}`);
    }
    return null;
  },
};

export const PAYMENT_CANARIES: Canaries = [decimalShift, currency, newAccount, alteredDuplicate];
