/** What the form holds: texts, of which some are JSON as typed. */
export interface ComposeDraft {
  readonly name: string;
  /** The arguments, as JSON. */
  readonly args: string;
  readonly system: string;
  readonly environment: string;
  readonly resource: string;
  readonly before: string;
  readonly after: string;
  readonly rationale: string;
}

/**
 * The proposal as one JSON text, put together from texts: what was typed as JSON is not parsed here, so that the server sees duplicate keys and
 * long numbers as they were typed.
 */
export function draftText(draft: ComposeDraft): string {
  const target = Object.entries({ system: draft.system, environment: draft.environment, resource: draft.resource }).filter(
    ([, value]) => value.trim() !== "",
  );
  const parts = [
    `"action":{"name":${JSON.stringify(draft.name.trim())},"arguments":${draft.args.trim() === "" ? "{}" : draft.args}}`,
    ...(target.length === 0 ? [] : [`"target":${JSON.stringify(Object.fromEntries(target))}`]),
    ...(draft.before.trim() === "" ? [] : [`"before":${draft.before}`]),
    ...(draft.after.trim() === "" ? [] : [`"after":${draft.after}`]),
    ...(draft.rationale.trim() === "" ? [] : [`"rationale":${JSON.stringify(draft.rationale)}`]),
  ];
  return `{${parts.join(",")}}`;
}
