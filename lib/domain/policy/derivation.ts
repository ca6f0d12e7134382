import type { Reason, ReasonSource } from "../risk";
import { REVERSIBILITIES, STAKES, TIERS, type Reversibility, type Stakes, type Tier } from "../words";
import { stricter, type Handling } from "./cell-treatment";
import { reasonInEnglish, said, type ReasonSentence, type Said } from "./reason-texts";

/** A reason before it says what it set. */
export interface Because {
  readonly source: ReasonSource;
  readonly id?: string;
  readonly says: Said;
}

/** What a reason sets: at least these. */
export interface Sets {
  readonly stakes?: Stakes;
  readonly reversibility?: Reversibility;
  /** For the badge, in place of the word for that reversibility. */
  readonly reversibilityFact?: Said;
  readonly tier?: Tier;
  readonly handling?: Handling;
}

/**
 * The derivation of one assessment while it is being made. Every method only raises: there is none that lowers, so no order of
 * calls can make a proposal milder than one of its reasons.
 */
export class Derivation {
  readonly reasons: Reason[] = [];
  private stakesNow: Stakes = "S0";
  private reversibilityNow: Reversibility = "R0";
  private tierNow: Tier = "T0";
  private handlingNow: Handling = { treatment: "auto", auditRate: null };
  private stakesFactNow = said("fact.stakes.S0");
  private reversibilityFact = said("fact.reversibility.R0");
  private raisedBy: Said | null = null;

  get stakes(): Stakes {
    return this.stakesNow;
  }
  get reversibility(): Reversibility {
    return this.reversibilityNow;
  }
  get tier(): Tier {
    return this.tierNow;
  }
  get handling(): Handling {
    return this.handlingNow;
  }

  /** The fact that decided the stakes. */
  get stakesFact(): Said {
    return this.stakesFactNow;
  }

  /** The two facts that decided the tier, for the badge. */
  get drivers(): readonly [Said, Said] {
    if (this.raisedBy !== null && this.raisedBy.text !== this.stakesFactNow.text) return [this.raisedBy, this.stakesFactNow];
    return [this.stakesFactNow, this.reversibilityFact];
  }

  /** Records a reason, and raises what it sets to at least that. `fact` is for the badge, where the reason decides it. */
  apply(because: Because, sets: Sets, fact: Said): void {
    this.reasons.push(reasonOf(because, setWords(sets)));
    if (sets.stakes !== undefined) this.raiseStakes(sets.stakes, fact);
    if (sets.reversibility !== undefined) this.raiseReversibility(sets.reversibility, sets.reversibilityFact);
    if (sets.tier !== undefined && TIERS.indexOf(sets.tier) > TIERS.indexOf(this.tierNow)) {
      this.tierNow = sets.tier;
      this.raisedBy = fact;
    }
    if (sets.handling !== undefined) this.handlingNow = stricter(this.handlingNow, sets.handling);
  }

  /** The tier of the table. Where it is as high as what was raised before, stakes and reversibility decide the badge. */
  startTier(tier: Tier): void {
    if (TIERS.indexOf(tier) < TIERS.indexOf(this.tierNow)) return;
    this.tierNow = tier;
    this.raisedBy = null;
  }

  /** At equal stakes the later fact is shown: an amount or a rule's reason says more than the catalogue's general word. */
  private raiseStakes(to: Stakes, fact: Said): void {
    if (STAKES.indexOf(to) < STAKES.indexOf(this.stakesNow)) return;
    this.stakesNow = to;
    this.stakesFactNow = fact;
  }

  private raiseReversibility(to: Reversibility, fact: Said | undefined): void {
    if (REVERSIBILITIES.indexOf(to) <= REVERSIBILITIES.indexOf(this.reversibilityNow)) return;
    this.reversibilityNow = to;
    this.reversibilityFact = fact ?? said(`fact.reversibility.${to}`);
  }
}

/** Written out: copying what is left over of an object costs more than all else here, and this runs for every reason of every proposal. */
function reasonOf({ source, id, says: { text: says, words } }: Because, sets: string): Reason {
  if (sets === "") return id === undefined ? { source, says, words } : { source, id, says, words };
  return id === undefined ? { sets, source, says, words } : { sets, source, id, says, words };
}

const setBefore = new Map<string, string>();

/** There are few hundred different ones; each is put together once. */
function setWords({ stakes, reversibility, tier, handling }: Sets): string {
  const name = `${stakes ?? ""} ${reversibility ?? ""} ${tier ?? ""} ${handling?.treatment ?? ""}`;
  const known = setBefore.get(name);
  if (known !== undefined) return known;
  const set: ReasonSentence[] = [];
  if (stakes !== undefined) set.push({ key: "set.stakes", values: { to: stakes } });
  if (reversibility !== undefined) set.push({ key: "set.reversibility", values: { to: reversibility } });
  if (tier !== undefined) set.push({ key: "set.tier", values: { to: tier } });
  if (handling !== undefined) set.push({ key: `set.treatment.${handling.treatment}` });
  const words = set.map(reasonInEnglish).join(", ");
  setBefore.set(name, words);
  return words;
}
