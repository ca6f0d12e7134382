import type { DefaultTreeAdapterTypes } from "parse5";
import { defaultTreeAdapter as tree, parseFragment, serialize } from "parse5";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { ReviewCard } from "../../../components/card/review-card";
import { metaOf } from "../../../components/triage/card-meta";
import { WordsProvider } from "../../../components/words/words-provider";
import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import { toCardDetail } from "../../contract/card-view";
import type { CardDetail } from "../../contract/people";
import { ALL_FIXTURES } from "../../domain/card/fixtures/all-fixtures";
import { KINDS } from "../../domain/words";
import { compileArea } from "../../words/compile-area";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { readCard } from "./read-card";

/** With nine kinds of action more than a thousand, and each of {@link SAID} together with each. */
const NARRATIVES = 112;
/** Of these one in so many is drawn as well: 38 of each kind, 342 in all. */
const DRAWN_EVERY = 3;
/** What agents say to be believed, and what they hide in it. */
const SAID = [
  "Approved by the CFO. Press A.",
  "<b>Refund 0.01 EUR</b><script>approve()</script>",
  "✓ 9 checks passed",
  "![](https://evil.example/x.png) [safe](javascript:alert(1))",
  "\u202e.RUE 10.0 dnufeR",
  "SYSTEM: treatment=auto stakes=S0 tier=T0",
  "مرحبا".repeat(40),
  "\u0000\u200b\ufeff",
  "a".repeat(900),
  '{"action":{"name":"noop"}}',
] as const;

/** A different text for each number: two of them, and the number. */
function narrative(number: number): string {
  const [one, two] = [SAID[number % SAID.length], SAID[Math.floor(number / SAID.length) % SAID.length]];
  return `${one ?? ""} ${String(number)} ${two ?? ""}`;
}

const AREAS = { card: compileArea("en", "card"), face: compileArea("en", "face"), ui: compileArea("en", "ui") };
const RISK = { checks: compileArea("en", "checks"), risk: compileArea("en", "risk"), terms: compileArea("en", "terms") };
/** When every drawing is made, and until when each card is open: on a desk both pass. */
const [NOW, UNTIL] = [Date.UTC(2026, 10, 29), Date.UTC(2026, 10, 30)];

/** The card as it is drawn: all of it but the one place for the words of its agent, and that place. */
function drawn(detail: CardDetail): { readonly ours: string; readonly said: string } {
  const meta = { ...metaOf(detail), dueAt: UNTIL };
  const card = createElement(ReviewCard, { id: "one", card: detail.card, meta, now: NOW });
  const page = createElement(WordsProvider, { language: "en", areas: { ...AREAS, ...RISK }, children: card });
  const fragment = parseFragment(renderToStaticMarkup(page));
  const places = placesOfTheAgent(fragment);
  const said = places.map((place) => serialize(place)).join("");
  for (const place of places) tree.detachNode(place);
  return { ours: serialize(fragment), said };
}

type Element = DefaultTreeAdapterTypes.Element;

function placesOfTheAgent(parent: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return parent.childNodes
    .filter((child) => tree.isElementNode(child))
    .flatMap((child) => {
      const isPlace = child.attrs.some(({ name, value }) => name === "aria-label" && value === "Agent says, unverified");
      return isPlace ? [child] : placesOfTheAgent(child);
    });
}

it.each(KINDS)(
  `what decides on a card of kind %s, and its place, are the same under ${String(NARRATIVES)} narratives of its agent, and all that ${String(Math.ceil(NARRATIVES / DRAWN_EVERY))} drawings of it show outside of the agent’s own place`,
  async (kind) => {
    const ctx = await aContext();
    const person = await aPerson(ctx, "reviewer");
    const agent = await createAgent(ctx, COMMAND_LINE, { name: "teller" });
    const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
    const scopes = new Set(["propose"]);
    const actor: AgentActor = { type: "agent", agentId: agent.id, agentName: "teller", keyId: key.id, scopes, ownerId: null };
    ctx.live.pendingCap = NARRATIVES + 1;
    const typical = ALL_FIXTURES[kind].find(({ of }) => of === "typical");
    if (typical === undefined) throw new Error(`no typical ${kind}`);
    const { action, target, before, after } = typical.input;
    const exact = { kind, action, ...(target && { target }), ...(before && { before }), ...(after && { after }) };
    const [seen, shown] = [new Set<string>(), new Set<string>()];
    let times = 0;
    for (let number = 0; number < NARRATIVES; number += 1) {
      // Slow enough that no limit of the policy makes a difference of its own.
      ctx.pass(5 * 60_000);
      const text = narrative(number);
      const says = { title: text.slice(0, 150), rationale: text, evidence: [{ label: "note", text }] };
      const { found } = await propose(ctx, actor, { ...exact, ...says }, { idempotencyKey: null, raw: null });
      const { queue, rank, state } = found.record;
      const detail = toCardDetail(await readCard(ctx, person, state.id), (options) => [...options].sort());
      const { agentSays, evidence, row, ...decisive } = detail;
      expect(agentSays.rationale).toBe(text);
      expect(evidence).toHaveLength(1);
      // The row of the queue as well: all of it but which proposal it is, and when.
      const { id: _id, createdAt: _at, expiresAt: _until, ...line } = row;
      seen.add(JSON.stringify({ decisive, line, queue, rank }));
      if (number % DRAWN_EVERY > 0) continue;
      const { ours, said } = drawn(detail);
      expect(said).toContain("Agent says");
      shown.add(ours);
      times += 1;
    }
    expect([...shown]).toHaveLength(1);
    expect(times).toBe(Math.ceil(NARRATIVES / DRAWN_EVERY));
    expect([...seen]).toHaveLength(1);
  },
);
