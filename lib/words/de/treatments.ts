/** What a treatment comes to, on the policy’s screens and in the derivation of a risk alike. */
export const treatments = {
  "treatment.auto": "läuft",
  "treatment.audit": "läuft, {share} nachgeprüft",
  "treatment.review": "eine Prüfung",
  "treatment.confirm": "Halten zum Genehmigen",
  "treatment.two_person": "zwei Personen",
  "treatment.block": "gesperrt",
} as const;
