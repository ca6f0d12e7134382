import { describe, expect, it } from "vitest";

import type { Moment } from "./interlude";
import { EXPIRING_MS, SOFT_CAP_DECISIONS, interludeOf } from "./interlude";
import { BREAK_AFTER_DECISIONS, BREAK_AFTER_MS, DEFERRAL_DECISIONS, DEFERRAL_MS, NO_SITTING, REST_MS } from "./sitting";

const NOW = 10_000_000;
const FRESH = { ...NO_SITTING, since: NOW - 60_000, decisions: 6, lastAt: NOW };
const TIRED = { ...FRESH, decisions: BREAK_AFTER_DECISIONS };
const PUT_OFF = { ...TIRED, deferredAt: NOW - 1_000, decisionsSinceDeferral: 1 };
const LONG_PUT_OFF = { ...TIRED, deferredAt: NOW - DEFERRAL_MS, decisionsSinceDeferral: 4 };

const moment = (more: Partial<Moment>): Moment => ({
  ...{ now: NOW, sitting: FRESH, quickToday: 10, softCap: false, next: { lane: "quick", look: null } },
  ...{ firstExpiry: NOW + 60 * 60_000 },
  ...more,
});

describe("between two cards stands", () => {
  it.each<[string, Partial<Moment>]>([
    ["before the break is due", {}],
    ["after the break was put off", { sitting: PUT_OFF }],
    ["long after it was put off, without the soft cap", { sitting: LONG_PUT_OFF }],
    ["while an item is about to expire", { sitting: TIRED, firstExpiry: NOW + EXPIRING_MS - 1 }],
    ["while an item is about to expire, over the cap", { quickToday: 900, softCap: true, firstExpiry: NOW + 1_000 }],
    ["when nothing is left", { sitting: TIRED, next: null, firstExpiry: null }],
    ["after a rest", { sitting: { ...TIRED, lastAt: NOW - REST_MS } }],
    [
      "over the cap before a card that is read slowly anyway",
      { quickToday: 900, softCap: true, next: { lane: "deep", look: null } },
    ],
    ["over the cap before a second look", { quickToday: 900, softCap: true, next: { lane: "quick", look: "audit" } }],
    ["over 600 a day without the soft cap", { quickToday: SOFT_CAP_DECISIONS }],
  ])("nothing %s", (_when, more) => {
    expect(interludeOf(moment(more))).toBe("none");
  });

  it.each<[string, Partial<Moment>]>([
    ["after 150 decisions", { sitting: TIRED }],
    ["after 25 minutes", { sitting: { ...FRESH, since: NOW - BREAK_AFTER_MS } }],
    ["before anything slows down", { sitting: TIRED, softCap: true, quickToday: 900 }],
  ])("the offer of a break %s", (_when, more) => {
    expect(interludeOf(moment(more))).toBe("offer");
  });

  it.each<[string, Partial<Moment>]>([
    ["600 quick decisions in a day", { quickToday: SOFT_CAP_DECISIONS }],
    ["five minutes with the break put off", { sitting: LONG_PUT_OFF }],
    ["30 decisions with the break put off", { sitting: { ...PUT_OFF, decisionsSinceDeferral: DEFERRAL_DECISIONS } }],
  ])("a wait, with the soft cap on, after %s", (_after, more) => {
    expect(interludeOf(moment({ ...more, softCap: true }))).toBe("slow");
  });
});
