import { account } from "./account";
import { shell } from "./shell";
import { signIn } from "./sign-in";
import { ui } from "./ui";

/**
 * German, Sie-Form, knapp. Begriffe:
 *
 * proposal = Vorschlag · approve = genehmigen · reject = ablehnen · decision = Entscheidung · edit = ändern · undo = rückgängig machen
 * reviewer = Prüfkraft · admin = Admin · auditor = Revision · people = Personen · role = Rolle
 * queue = Warteschlange · history = Verlauf · ledger = Journal · policy = Richtlinie · insights = Auswertungen · compose = Verfassen
 * agent = Agent · key = Schlüssel · to stop, kill switch = anhalten, Not-Aus · observation = Beobachtung · card = Karte
 * signature = Unterschrift · receipt = Beleg · standing approval = Dauergenehmigung · finding = Befund · test = Test · warm-up = Aufwärmen
 * treatment = Behandlung · tier = Stufe (Niedrig, Mittel, Hoch, Kritisch) · checkpoint = Kontrollpunkt · workspace = Arbeitsbereich
 */
export const de = { account, shell, signIn, ui } as const;
