import { expect, it } from "vitest";

import { textLanguages } from "./text-languages";

const GERMAN = "Die Kundin hat angerufen und bittet um eine Erstattung für den Flug, der nicht ging.";
const NOTHING = { title: null, rationale: null, doubt: null, evidence: [] };
const lines = (text: string) => [{ change: "added" as const, spans: [{ type: "added" as const, text }] }];
const diff = (text: string) => ({ type: "text" as const, lines: lines(text) });

it("each text of an agent is marked with the language that it is plainly written in", () => {
  const evidence = [
    { label: "Mail", text: "Where is the order that I paid for? It is not here." },
    { label: "Ticket", text: "W1234" },
  ];
  expect(textLanguages({ title: "Refund", rationale: GERMAN, doubt: null, evidence }, { kind: "tool", diff: null })).toEqual({
    title: null,
    rationale: "de",
    doubt: null,
    evidence: ["en", null],
    change: null,
  });
});

it("the prose of a message is marked as a whole, across its lines", () => {
  expect(textLanguages(NOTHING, { kind: "email", diff: diff(GERMAN) }).change).toBe("de");
  const halves = { ...diff(""), lines: [...lines("Die Kundin hat"), ...lines("angerufen und bittet um eine Erstattung")] };
  expect(textLanguages(NOTHING, { kind: "post", diff: halves }).change).toBe("de");
});

it("a query is no prose, however many words of a language it holds", () => {
  expect(
    textLanguages(NOTHING, { kind: "sql", diff: diff("-- the rows that are for you and the others, please") }).change,
  ).toBeNull();
});

it("a script that several languages share names none", () => {
  expect(
    textLanguages({ ...NOTHING, rationale: "نعتذر عن التأخير في الشحن" }, { kind: "tool", diff: null }).rationale,
  ).toBeNull();
  expect(textLanguages({ ...NOTHING, rationale: "ההזמנה שלך תישלח מחר" }, { kind: "tool", diff: null }).rationale).toBe("he");
});
