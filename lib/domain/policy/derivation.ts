import type { Reason, ReasonSource } from "../risk";
import { higher, REVERSIBILITIES, REVERSIBILITY_WORD, STAKES, TIERS, type Reversibility, type Stakes, type Tier } from "../words";
import { stricter, type Handling } from "./cell-treatment";

/** A reason before it says what it set. */
export interface Because {
  readonly source: ReasonSource;
  readonly id?: string;
  readonly says: string;
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
  private stakesFact = "negligible stakes";
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

  /** The two facts that decided the tier, for the badge. */
  get drivers(): readonly [string, string] {
    if (this.raisedBy !== null && this.raisedBy !== this.stakesFact) return [this.raisedBy, this.stakesFact];
    return [this.stakesFact, this.reversibilityFact];
  }

  /** Records what was found without setting anything. */
  note(because: Because): void {
    this.reasons.push(because);
  }

  /** At least these stakes. `fact` is for the badge; at equal stakes the later fact is shown when it is `telling`. */
  raiseStakes(to: Stakes, because: Because, fact: string, telling: boolean): void {
    this.reasons.push({ ...because, sets: `stakes ${to}` });
    const raised = STAKES.indexOf(to) > STAKES.indexOf(this.stakesNow);
    if (raised || (telling && to === this.stakesNow)) this.stakesFact = fact;
    if (raised) this.stakesNow = to;
  }

  raiseReversibility(to: Reversibility, because: Because, fact: string): void {
    this.reasons.push({ ...because, sets: `reversibility ${to}` });
    if (REVERSIBILITIES.indexOf(to) <= REVERSIBILITIES.indexOf(this.reversibilityNow)) return;
    this.reversibilityNow = to;
    this.reversibilityFact = fact;
  }

  /** The tier of the table, before anything raises it. */
  startTier(tier: Tier): void {
    this.tierNow = higher(TIERS, this.tierNow, tier);
  }

  /** At least this tier; `fact` is for the badge when the tier moves. */
  raiseTier(to: Tier, because: Because, fact: string): void {
    this.reasons.push({ ...because, sets: `tier ${to}` });
    if (TIERS.indexOf(to) <= TIERS.indexOf(this.tierNow)) return;
    this.tierNow = to;
    this.raisedBy = fact;
  }

  /** At least this strict. */
  tighten(to: Handling, because: Because): void {
    this.reasons.push({ ...because, sets: `treatment ${to.treatment}` });
    this.handlingNow = stricter(this.handlingNow, to);
  }
}
