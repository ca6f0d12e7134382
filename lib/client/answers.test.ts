import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { CardDetail } from "../contract/people";
import { createAnswers } from "./answers";
import { createQueryEngine } from "./query-engine";

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- no more of a card is looked at here
const aCard = (id: string, version = 1) => ({ row: { id, version } }) as CardDetail;

/** The ids of the cards that the server was asked for, in order; each is answered as its second version. */
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", (path: string) => {
    const id = path.split("/").at(-1) ?? "";
    asked.push(id);
    return Promise.resolve(Response.json(aCard(id, 2)));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers whose engine is loaded when `arrive` is called, and how often it was asked for. */
function slowAnswers() {
  let arrive: () => void = () => undefined;
  const load = vi.fn(
    async (given: Iterable<CardDetail>) =>
      new Promise<ReturnType<typeof createQueryEngine>>((resolve) => {
        arrive = () => {
          resolve(createQueryEngine(given));
        };
      }),
  );
  return {
    answers: createAnswers(load),
    load,
    arrive: () => {
      arrive();
    },
  };
}

it("the card that came with the page is known before anything is loaded, and is not asked for again", async () => {
  const { answers, load, arrive } = slowAnswers();
  answers.give(aCard("first"));
  expect(answers.known("first")).toEqual(aCard("first"));
  await answers.doubt((id) => id === "another");
  expect(load).not.toHaveBeenCalled();

  const loading = answers.load();
  arrive();
  const engine = await loading;
  const stop = engine.watch("first", aCard("first")).subscribe(() => undefined);
  expect(answers.known("first")).toEqual(aCard("first"));
  expect(asked).toEqual([]);
  stop();
});

it("a card that changes before what reads it is loaded is read anew, and nothing is decided on the old one for long", async () => {
  const { answers, load, arrive } = slowAnswers();
  answers.give(aCard("first"));
  const read = answers.doubt((id) => id === "first");
  expect(load).toHaveBeenCalledOnce();
  arrive();
  await read;
  const engine = await answers.load();
  const card = engine.watch("first", aCard("first"));
  const stop = card.subscribe(() => undefined);
  await vi.waitFor(() => {
    expect(card.getCurrentResult().data).toEqual(aCard("first", 2));
  });
  expect(asked).toEqual(["first"]);
  stop();
});

it("everybody who asks waits for the same engine, and is told when it is there", async () => {
  const { answers, load, arrive } = slowAnswers();
  const told = vi.fn();
  answers.subscribe(told);
  const both = [answers.load(), answers.load()];
  arrive();
  const [one, other] = await Promise.all(both);
  expect(one).toBe(other);
  expect(answers.engine()).toBe(one);
  expect(load).toHaveBeenCalledOnce();
  expect(told).toHaveBeenCalledOnce();
});

it("an engine that could not be loaded is loaded by the next who asks, with what came meanwhile", async () => {
  const load = vi.fn((given: Iterable<CardDetail>) => Promise.resolve(createQueryEngine(given)));
  load.mockImplementationOnce(() => Promise.reject(new Error("offline")));
  const answers = createAnswers(load);
  await expect(answers.load()).rejects.toThrow("offline");
  expect(answers.failed()).toBe(true);
  answers.give(aCard("first"));
  await answers.load();
  expect(answers.failed()).toBe(false);
  expect(answers.known("first")).toEqual(aCard("first"));
});
