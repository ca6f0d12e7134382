import type { Reason, ReasonSource } from "../risk";
import { REVERSIBILITIES, REVERSIBILITY_WORD, STAKES, TIERS, type Reversibility, type Stakes, type Tier } from "../words";
import { stricter, type Handling } from "./cell-treatment";

/** A reason before it says what it set. */
export interface Because {
  readonly source: ReasonSource;
  readonly id?: string;
  readonly says: string;
}

/** What a reason sets: at least these. */
export interface Sets {
  readonly stakes?: Stakes;
  readonly reversibility?: Reversibility;
  /** For the badge, in place of the word for that reversibility. */
  readonly reversibilityFact?: string;
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
  private stakesFactNow = "negligible stakes";
  private reversibilityFact: string = REVERSIBILITY_WORD.R0;
  private raisedBy: string | null = null;

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
  get stakesFact(): string {
    return this.stakesFactNow;
  }

  /** The two facts that decided the tier, for the badge. */
  get drivers(): readonly [string, string] {
    if (this.raisedBy !== null && this.raisedBy !== this.stakesFactNow) return [this.raisedBy, this.stakesFactNow];
    return [this.stakesFactNow, this.reversibilityFact];
  }

  /** Records a reason, and raises what it sets to at least that. `fact` is for the badge, where the reason decides it. */
  apply(because: Because, sets: Sets, fact: string): void {
    const words = setWords(sets);
    this.reasons.push(words === "" ? because : { sets: words, ...because });
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
  private raiseStakes(to: Stakes, fact: string): void {
    if (STAKES.indexOf(to) < STAKES.indexOf(this.stakesNow)) return;
    this.stakesNow = to;
    this.stakesFactNow = fact;
  }

  private raiseReversibility(to: Reversibility, fact: string | undefined): void {
    if (REVERSIBILITIES.indexOf(to) <= REVERSIBILITIES.indexOf(this.reversibilityNow)) return;
    this.reversibilityNow = to;
    this.reversibilityFact = fact ?? REVERSIBILITY_WORD[to];
  }
}

function setWords({ stakes, reversibility, tier, handling }: Sets): string {
  const words: string[] = [];
  if (stakes !== undefined) words.push(`stakes ${stakes}`);
  if (reversibility !== undefined) words.push(`reversibility ${reversibility}`);
  if (tier !== undefined) words.push(`tier ${tier}`);
  if (handling !== undefined) words.push(`treatment ${handling.treatment}`);
  return words.join(", ");
}
