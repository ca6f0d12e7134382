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

/**
 * German, Sie-Form, knapp. Begriffe:
 *
 * proposal = Vorschlag · approve = genehmigen · reject = ablehnen · decision = Entscheidung · edit = ändern · undo = rückgängig machen · reverted = zurückgenommen
 * reviewer = Prüfkraft · admin = Admin · auditor = Revision · people = Personen · role = Rolle
 * queue = Warteschlange · history = Verlauf · ledger = Journal · policy = Richtlinie · insights = Auswertungen · compose = Verfassen
 * agent = Agent · key = Schlüssel · to stop, kill switch = anhalten, Not-Aus · observation = Beobachtung · card = Karte
 * signature = Unterschrift · receipt = Beleg · standing approval = Dauergenehmigung · finding = Befund · test = Test · warm-up = Aufwärmen
 * look = Prüfung · checkpoint = Kontrollpunkt · audit = Nachprüfung · second opinion = Zweitmeinung · stakes = Tragweite · bad = fehlerhaft
 * treatment = Behandlung · tier, badge = Stufe (Niedrig, Mittel, Hoch, Kritisch) · workspace = Arbeitsbereich
 * stakes (unerheblich, gering, mittel, groß, schwer) · reversibility, way back = Umkehrbarkeit · hold = halten
 * sections: needs you = Für Sie · deep = Gründlich · second look = Zweitblick · waiting = Unterwegs · done = Fertig · desk = Arbeitsplatz
 * rule = Regel · catalogue = Katalog · limit = Grenze · threshold = Schwelle · draft = Entwurf · in force = in Kraft
 */
export const de = {
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
