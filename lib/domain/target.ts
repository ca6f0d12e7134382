import type { Target } from "./proposal";

/** The four properties that a target may have, those that are absent left out: what is stored, and what is bound by a digest. */
export function targetOf({
  system,
  environment,
  resource,
  url,
}: { readonly [Key in keyof Target]: Target[Key] | undefined }): Target {
  const target: { -readonly [Key in keyof Target]: Target[Key] } = {};
  if (system !== undefined) target.system = system;
  if (environment !== undefined) target.environment = environment;
  if (resource !== undefined) target.resource = resource;
  if (url !== undefined) target.url = url;
  return target;
}
