import { describe, expect, it } from "vitest";

import { leftToRead, SHORT_PAYLOAD_MAX } from "./long-payload";

const words = { subject: { text: "s" } };
const diff = (count: number) =>
  ({ diff: { type: "text", subject: "s", words, lines: [], more: { count, unlike: count } } }) satisfies Parameters<
    typeof leftToRead
  >[0];
const folds = (count: number, unlike: number) => ({ diff: { ...diff(0).diff, more: { count, unlike } } });
const long = { text: "x".repeat(SHORT_PAYLOAD_MAX) };
const nothing = { end: false, payload: false };

describe("what is left to read of a payload before it may be approved", () => {
  it("is not asked of a short one", () => {
    const short = { text: "x".repeat(SHORT_PAYLOAD_MAX - '{"text":""}'.length) };
    expect(leftToRead({ diff: null }, short, nothing)).toBe(null);
    expect(leftToRead({ diff: null }, { text: `${short.text}x` }, nothing)).toBe("end");
  });

  it("is the payload of a short one where the card folds what is unlike the rest, and then nothing", () => {
    const short = { text: "x" };
    expect(leftToRead(folds(32, 2), short, nothing)).toBe("payload");
    expect(leftToRead(folds(32, 2), short, { end: true, payload: false })).toBe("payload");
    expect(leftToRead(folds(32, 2), short, { end: false, payload: true })).toBe("nothing");
    expect(leftToRead(folds(32, 0), short, nothing)).toBe(null);
  });

  it("is the end of the card, until it was on the screen", () => {
    expect(leftToRead(diff(0), long, nothing)).toBe("end");
    expect(leftToRead(diff(0), long, { end: true, payload: false })).toBe("nothing");
  });

  it("is the payload itself where the card folds lines away, and the end after that", () => {
    expect(leftToRead(diff(3), long, { end: true, payload: false })).toBe("payload");
    expect(leftToRead(diff(3), long, { end: false, payload: true })).toBe("end");
    expect(leftToRead(diff(3), long, { end: true, payload: true })).toBe("nothing");
  });
});
