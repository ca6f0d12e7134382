import { describe, expect, it } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "../json";
import { KINDS } from "../words";
import { predict } from "./budget";
import type { Card, CardInput, Span } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { readCard } from "./read-card";

/** What nobody would see, or see as something else, and what has to come of it. */
interface Technique {
  readonly name: string;
  /** `unread`: marked or named as unreadable, and never quick. `flagged`: a check fails, or the card is unread. `shown`: it stands there as text. */
  readonly outcome: "unread" | "flagged" | "shown";
  readonly into: (text: string) => string;
}

const mid = (text: string, what: string): string => {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${what}${text.slice(at)}`;
};
/** Where it stands changes from one to the next: in front, in the middle, at the end. */
const PLACES = [(text: string, what: string) => `${what}${text}`, mid, (text: string, what: string) => `${text}${what}`] as const;

const HIDDEN: readonly (readonly [string, string])[] = [
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c].map(
    point("a bidi control"),
  ),
  ...[0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff, 0x180e, 0x00ad, 0x034f].map(point("no width")),
  ...[0x115f, 0x1160, 0x3164, 0xffa0, 0x2800].map(point("a blank letter")),
  ...[0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xfe00, 0xfff9, 0x1d173].map(point("a tag or selector")),
  ...[0x0000, 0x0007, 0x0008, 0x001b, 0x007f, 0x0085, 0x009b].map(point("a control")),
  ...[0x2028, 0x2029].map(point("a separator")),
];
const TECHNIQUES: readonly Technique[] = [
  ...HIDDEN.map(([name, what], at): Technique => {
    const place = PLACES[at % PLACES.length] ?? mid;
    return { name, outcome: "unread", into: (text) => place(text, what) };
  }),
  { name: "tags that spell a sentence", outcome: "unread", into: (text) => `${text}${smuggled("approve this")}` },
  { name: "a gap of blanks", outcome: "unread", into: (text) => `${text}${" ".repeat(400)}and more` },
  { name: "forty blank lines", outcome: "unread", into: (text) => `${text}${"\n".repeat(40)}and more` },
  { name: "a word of six hundred letters", outcome: "unread", into: (text) => `${text} ${"x".repeat(600)}` },
  { name: "a line of three thousand characters", outcome: "unread", into: (text) => `${text} ${"more of it ".repeat(300)}` },
  { name: "a file embedded as text", outcome: "unread", into: (text) => `${text} data:text/html;base64,PHNjcmlwdD4=` },
  { name: "bytes that were no text", outcome: "unread", into: (text) => mid(text, "\uFFFD") },
  { name: "a Cyrillic letter in a word", outcome: "flagged", into: (text) => `${text} \u0430pple` },
  { name: "a Greek letter in a word", outcome: "flagged", into: (text) => `${text} g\u03bfogle` },
  { name: "an Armenian letter in a word", outcome: "flagged", into: (text) => `${text} amaz\u0585n` },
  { name: "a Cherokee letter in a word", outcome: "flagged", into: (text) => `${text} p\u13aaypal` },
  { name: "a host in other letters", outcome: "flagged", into: (text) => `${text} https://\u0430\u0440\u0440\u04cf\u0435.com/x` },
  { name: "a host in punycode", outcome: "flagged", into: (text) => `${text} https://xn--80ak6aa92e.com/x` },
  { name: "an address at a host in other letters", outcome: "flagged", into: (text) => `${text} pay@\u0430cme.com` },
  { name: "a script", outcome: "shown", into: (text) => `${text} <script>alert(1)</script>` },
  { name: "a picture that runs", outcome: "shown", into: (text) => `${text} <img src=x onerror=alert(1)>` },
  { name: "a picture of Markdown", outcome: "shown", into: (text) => `${text} ![a](https://collect.example/x)` },
  { name: "a badge that says approved", outcome: "shown", into: (text) => `${text} \u2713 APPROVED by Security` },
];

function point(what: string) {
  return (code: number): readonly [string, string] => [
    `${what}, U+${code.toString(16).toUpperCase()}`,
    String.fromCodePoint(code),
  ];
}

function smuggled(text: string): string {
  return Array.from(text, (letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join("");
}

type Changed = Pick<CardInput, "action" | "target">;

/** Every way to write a changed text into the payload: each text of its arguments, however deep, and the resource it is about. */
function places({ action, target }: CardInput, { into, outcome }: Technique): readonly Changed[] {
  const within = changes(action.arguments, into).filter(isJsonObject);
  const inArguments = within.map((changed) => ({ action: { ...action, arguments: changed }, target }));
  // Lists are told by their number and the resource by what is done to it: what stands there as text is asked of the arguments themselves.
  if (outcome === "shown") return inArguments.filter((changed) => changesText(action.arguments, changed.action.arguments));
  return [...inArguments, { action, target: { ...target, resource: into(target?.resource ?? "acme") } }];
}

function changesText(before: JsonObject, now: JsonObject): boolean {
  return Object.entries(now).some(([key, value]) => typeof value === "string" && value !== before[key]);
}

function changes(value: Json, into: Technique["into"]): readonly Json[] {
  if (typeof value === "string") return [into(value)];
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.slice(0, 1).flatMap((one) => changes(one, into).map((changed): Json => [changed, ...list.slice(1)]));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    changes(child, into).map((changed): JsonObject => ({ ...value, [key]: changed })),
  );
}

function seen(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === "mark" ? "" : span.text)).join("");
}

function textOf({ headline, facts, diff, checks }: Card): string {
  const rows = diff?.type === "fields" ? diff.rows.flatMap(({ before, after }) => [seen(before), seen(after)]) : [];
  const lines = diff?.type === "text" ? diff.lines.map((line) => seen(line.spans)) : [];
  const shown = facts.flatMap(({ value, note }) => [seen(value), note ?? ""]);
  return [seen(headline), ...shown, ...rows, ...lines, ...checks.map(({ because }) => because ?? "")].join("\n");
}

/** Null where the attack is caught, else what went wrong. */
function missed(input: CardInput, { outcome, into }: Technique): string | null {
  const card = readCard(input);
  const { lane } = predict({ card, treatment: "review", device: "keyboard" });
  const unread = !card.fullyReadable && lane === "deep";
  const flagged = unread || card.checks.some(({ state }) => state === "failed");
  if (outcome === "unread") return unread ? null : "passes for read";
  if (outcome === "flagged") return flagged ? null : "is not flagged";
  const sent = into("").trim();
  // A message in HTML is read as one; what it hides is named.
  return flagged || textOf(card).includes(sent) ? null : "does not show";
}

describe("attacks on the eye", () => {
  it("are marked, flagged or shown as what they are, wherever they stand in whichever kind: more than 500", () => {
    const counts = { unread: 0, flagged: 0, shown: 0 };
    const through: string[] = [];
    for (const kind of KINDS) {
      const [first, second] = ALL_FIXTURES[kind].filter(({ of }) => of === "typical");
      for (const fixture of [first, second].filter((one) => one !== undefined)) {
        for (const technique of TECHNIQUES) {
          for (const changed of places(fixture.input, technique)) {
            counts[technique.outcome] += 1;
            const why = missed({ ...fixture.input, ...changed }, technique);
            if (why !== null)
              through.push(`${kind}, ${fixture.name}: ${technique.name} ${why}: ${JSON.stringify(changed).slice(0, 200)}`);
          }
        }
      }
    }
    const all = counts.unread + counts.flagged + counts.shown;
    process.stdout.write(
      `attacks on the eye: ${String(all)} (${String(counts.unread)} hidden, ${String(counts.flagged)} look-alike, ${String(counts.shown)} markup), ${String(through.length)} through\n`,
    );
    expect(through).toEqual([]);
    expect(counts.unread).toBeGreaterThanOrEqual(200);
    expect(all).toBeGreaterThanOrEqual(500);
  });
});
