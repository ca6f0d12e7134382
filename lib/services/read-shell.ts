import { dayBegan } from "../domain/calendar-day";
import { can } from "../domain/permissions";
import { returnWords } from "../domain/policy/return-words";
import type { PersonActor } from "./actor";
import type { Context } from "./context";
import { isOn } from "./settings/switches";
import type { ShownStop } from "./stops/shown-stops";
import { shownStops } from "./stops/shown-stops";
import { COUNT_CAP } from "./triage/read-queue";

/** What stands around every screen and changes while it is open. */
export interface Frame {
  /** `12`, or `1000+` where counting stops. */
  readonly needsYou: string;
  readonly decidedToday: number;
  /** Median active seconds of today's decisions in the quick lane; null before the first measured one. */
  readonly medianSeconds: number | null;
  /** Tests met today and how many of them were caught; null where none are seeded. */
  readonly testsToday: { readonly caught: number; readonly met: number } | null;
  /** Checkpoints that failing audits blocked, by action; told to those who can let them go on. */
  readonly blocked: readonly string[];
  /** The version of the policy that was returned by itself; told to those who can do something about it. */
  readonly returned: { readonly version: number; readonly why: string } | null;
}

/** What stands around every screen. */
export interface Shell {
  readonly email: string;
  readonly frame: Frame;
  /** What is stopped: the kill switches that are on. */
  readonly stops: readonly ShownStop[];
}

/** Who it is, their day and the state of the workspace, for the frame of every screen. `zone` (IANA) says when their day began. */
export async function readShell(ctx: Context, actor: PersonActor, zone = "UTC"): Promise<Shell> {
  const [person, frame, stops] = await Promise.all([
    ctx.store.read.person(actor.personId),
    readFrame(ctx, actor, zone),
    shownStops(ctx),
  ]);
  return { email: person?.email ?? "", frame, stops };
}

/** The person's day and the state of the workspace. Anyone signed in may read their own. */
export async function readFrame(ctx: Context, actor: PersonActor, zone = "UTC"): Promise<Frame> {
  const midnight = dayBegan(ctx.clock(), zone);
  const [counts, reviews, testsToday] = await Promise.all([
    ctx.store.read.queueCounts(COUNT_CAP),
    ctx.store.read.reviewsSince(actor.personId, midnight),
    testsSince(ctx, actor, midnight),
  ]);
  const decisions = reviews.filter((review) => review.type !== "slip_caught");
  // What is to be decided in ten seconds: a deep card promises none (design: review §2.3).
  const quick = decisions.filter(({ lane }) => lane === "quick");
  const active = quick.flatMap((review) => (review.activeMs === null ? [] : [review.activeMs])).sort((a, b) => a - b);
  const median = active[Math.floor(active.length / 2)];
  return {
    needsYou: counts.needs_you >= COUNT_CAP ? `${String(COUNT_CAP)}+` : String(counts.needs_you),
    decidedToday: decisions.length,
    medianSeconds: median === undefined ? null : median / 1000,
    testsToday,
    returned: can(actor.role, "policy.save") ? returnedVersion(ctx) : null,
    blocked: can(actor.role, "policy.save") ? blockedActions(ctx) : [],
  };
}

/** The person's own tests, told to them alone; null where tests are switched off. */
async function testsSince(ctx: Context, actor: PersonActor, since: number): Promise<Frame["testsToday"]> {
  if (!(await isOn(ctx, "canaries"))) return null;
  const tally = await ctx.store.read.canaryTally(actor.personId, since);
  const sum = (of: "caught" | "shown"): number => tally.reduce((all, one) => all + one[of], 0);
  return { caught: sum("caught"), met: sum("shown") };
}

function returnedVersion({ live: { returned } }: Context): Frame["returned"] {
  return returned === null ? null : { version: returned.version, why: returnWords(returned.because) };
}

/** From memory: every screen asks. */
function blockedActions(ctx: Context): readonly string[] {
  const blocked = [...ctx.live.ladder.values()].flat().filter(({ level }) => level === "blocked");
  return [...new Set(blocked.map(({ actionName }) => actionName))];
}
