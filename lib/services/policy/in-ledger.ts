/** In the ledger a document stands in full up to this many characters, beyond it by its digest; the table of versions has it always. */
const LEDGER_TEXT_MAX = 262_144;

/** A policy's text as a row of the ledger holds it; null where it is too long. */
export function inLedger(text: string): string | null {
  return text.length <= LEDGER_TEXT_MAX ? text : null;
}
