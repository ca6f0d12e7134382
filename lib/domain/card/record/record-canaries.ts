import type { Canaries, Mutation } from "../../canary/canary";
import { anotherOne, changed, misread, numbers, tenTimesNumber, texts } from "../../canary/change";

const IDS = ["id", "recordid", "customerid", "accountid", "contactid", "ticket", "ticketid", "userid", "reservationid"];
const PROPER = /name|owner|contact|city|first|last|phone|email|segment|company/iu;

const otherRecord: Mutation = {
  name: "same_name_company",
  apply: (source, seed) => {
    for (const { key, value } of texts(source, IDS)) {
      const other = misread(value, seed);
      if (other !== null)
        return anotherOne(source, { [key]: other }, `it changed ${other}, a record of the same name, not ${value}`);
    }
    return null;
  },
};

const swapped: Mutation = {
  name: "swapped_names",
  apply: (source) => {
    const [one, other] = texts(source).filter(({ key }) => PROPER.test(key));
    if (one === undefined || other === undefined) return null;
    return changed(source, { [one.key]: other.value, [other.key]: one.value }, `${one.key} and ${other.key} had changed places`);
  },
};

const unit: Mutation = {
  name: "currency_unit",
  apply: (source) => {
    for (const { key, value } of numbers(source)) {
      const ten = tenTimesNumber(value);
      const more = ten === null ? null : tenTimesNumber(ten);
      if (more !== null) return changed(source, { [key]: more }, `${key} was ${String(more)}: cents taken for whole units`);
    }
    return null;
  },
};

const closedWon: Mutation = {
  name: "closed_won",
  apply: (source) => {
    const [found] = texts(source, ["stage", "status", "state", "phase"]);
    const key = found?.key ?? "stage";
    if (/closed[_ ]won/iu.test(found?.value ?? "")) return null;
    return changed(source, { [key]: "closed won" }, "it closed a deal as won that nobody has won");
  },
};

const doNotContact: Mutation = {
  name: "do_not_contact",
  apply: (source) =>
    Object.hasOwn(source.action.arguments, "do_not_contact")
      ? null
      : changed(source, { do_not_contact: false }, "it let a customer be contacted again who had asked not to be"),
};

export const RECORD_CANARIES: Canaries = [otherRecord, swapped, unit, closedWon, doNotContact];
