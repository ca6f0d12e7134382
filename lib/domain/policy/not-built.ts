/**
 * Fields that somebody may well expect in a policy and that nothing would act on, with what happens instead. They are refused by name, so
 * that nobody believes in a check that is not made (docs/decisions/0032).
 */
const NOT_BUILT: ReadonlyMap<string, string> = new Map([
  ["reviewers", "nobody would be kept from deciding. Leave it out: who decides is said by people’s roles"],
  ["onExpiry", "what nobody decides in time expires, and is never approved. Leave it out"],
  ["redact", "nothing would be hidden. Leave it out, and have the agent send only what reviewers and the ledger may hold"],
]);

/** What to say of a field that does not exist here. */
export function unknownFieldWords(field: string): string {
  const instead = NOT_BUILT.get(field);
  return instead === undefined ? `\`${field}\` is not a field here: check its spelling` : `\`${field}\` is not built: ${instead}`;
}
