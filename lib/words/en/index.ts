import { account } from "./account";
import { agents } from "./agents";
import { card } from "./card";
import { carryOut } from "./carry-out";
import { checks } from "./checks";
import { compose } from "./compose";
import { desk } from "./desk";
import { deskPanels } from "./desk-panels";
import { disagreements } from "./disagreements";
import { face } from "./face";
import { figures } from "./figures";
import { findings } from "./findings";
import { grants } from "./grants";
import { history } from "./history";
import { insights } from "./insights";
import { keys } from "./keys";
import { ledger } from "./ledger";
import { people } from "./people";
import { policy } from "./policy";
import { policyGrid } from "./policy-grid";
import { policyLists } from "./policy-lists";
import { proposal } from "./proposal";
import { risk } from "./risk";
import { shell } from "./shell";
import { signIn } from "./sign-in";
import { terms } from "./terms";
import { ui } from "./ui";
import { warmUp } from "./warm-up";
import { whatIf } from "./what-if";

/** The texts of the screens in English, the source of every other language: a file an area, ICU MessageFormat by key. */
export const en = {
  account,
  agents,
  card,
  carryOut,
  checks,
  compose,
  desk,
  deskPanels,
  disagreements,
  face,
  figures,
  findings,
  grants,
  history,
  insights,
  keys,
  ledger,
  people,
  policy,
  policyGrid,
  policyLists,
  proposal,
  risk,
  shell,
  signIn,
  terms,
  ui,
  warmUp,
  whatIf,
} as const;
