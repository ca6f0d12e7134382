import type { CardInput } from "../../lib/domain/card/card";
import { ALL_FIXTURES } from "../../lib/domain/card/fixtures/all-fixtures";
import { isJsonObject, type Json, type JsonObject } from "../../lib/domain/json";
import type { Kind } from "../../lib/domain/words";
import type { Injection } from "./injections";

/** What the door lets into one field. */
const TEXT_MAX = 10_000;
/** Pieces of evidence; each carries others of the strings. */
const EVIDENCE_ITEMS = 4;

/** A proposal of a kind in which every text that an agent may write is made of these: all of them in its arguments, as many as fit in any other. */
export function injectedProposal(kind: Kind, turn: number, injections: readonly Injection[]): object {
  const fixtures = ALL_FIXTURES[kind].filter(({ of }) => of === "typical");
  const { input } = fixtures[turn % fixtures.length] ?? { input: null };
  if (input === null) throw new Error(`there is no payload of the kind ${kind}`);
  const texts = new Texts(injections, turn);
  return {
    kind,
    action: { name: input.action.name, arguments: injectedArguments(input, turn, texts) },
    target: {
      system: texts.fitting(200),
      environment: texts.fitting(100),
      resource: texts.fitting(500),
      url: texts.address(),
    },
    before: injectedInto(input.before ?? {}, texts),
    after: injectedInto(input.after ?? {}, texts),
    title: texts.fitting(300),
    rationale: texts.fitting(TEXT_MAX),
    evidence: Array.from({ length: EVIDENCE_ITEMS }, () => ({ label: texts.fitting(200), text: texts.fitting(TEXT_MAX) })),
    // Brings a person, whatever else the policy says.
    doubt: texts.fitting(1_000),
    run: {
      id: texts.fitting(200),
      agentVersion: texts.fitting(200),
      model: texts.fitting(200),
      promptVersion: texts.fitting(200),
      traceUrl: texts.address(),
    },
    state: texts.fitting(TEXT_MAX),
  };
}

/** In one of two the arguments of the kind stay what a reader takes for its own, and the strings stand beside them. */
function injectedArguments({ kind, action }: CardInput, turn: number, texts: Texts): JsonObject {
  const own = turn % 2 === 0 ? injectedInto(action.arguments, texts) : action.arguments;
  const beside = { [texts.fitting(120)]: texts.fitting(120), notes: texts.all() };
  return { ...own, ...beside, ...(kind === "email" ? { html: `<p>Hello.</p>${texts.all().join("\n")}` } : {}) };
}

/** Every text of it, however deep, with a few of the strings behind it. */
function injectedInto(record: JsonObject, texts: Texts): JsonObject {
  const value = (one: Json): Json => {
    if (typeof one === "string") return `${one} ${texts.fitting(600)}`;
    if (Array.isArray(one)) return one.map((part: Json) => value(part));
    return isJsonObject(one) ? injectedInto(one, texts) : one;
  };
  return Object.fromEntries(Object.entries(record).map(([name, one]) => [name, value(one)]));
}

/** Hands the strings out in turn, so that each comes into some field of every size that it fits into. */
class Texts {
  readonly #injections: readonly Injection[];
  #next: number;

  constructor(injections: readonly Injection[], turn: number) {
    this.#injections = injections;
    this.#next = turn * 7;
  }

  all(): readonly string[] {
    return this.#injections.map(({ text }) => text);
  }

  /** As many as fit, one a line; at least a canary. */
  fitting(max: number): string {
    let joined = "";
    for (let tried = 0; tried < this.#injections.length; tried += 1) {
      const { text } = this.#at(this.#next);
      const longer = joined === "" ? text : `${joined}\n${text}`;
      if (longer.length > max && joined !== "") break;
      this.#next += 1;
      if (longer.length <= max) joined = longer;
    }
    return joined === "" ? this.#at(this.#next).canary : joined;
  }

  /** Where an address is asked for, one that leads to the collector. */
  address(): string {
    const { text, canary } = this.#at(this.#next);
    return new RegExp(`http://[\\d.:]+/${canary}`, "u").exec(text)?.[0] ?? `https://example.org/${canary}`;
  }

  #at(place: number): Injection {
    const one = this.#injections[place % this.#injections.length];
    if (one === undefined) throw new Error("no strings to inject");
    return one;
  }
}
