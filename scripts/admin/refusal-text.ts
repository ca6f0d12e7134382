/** A refusal in words: what to do, and where, without saying the same twice. */
export function refusalText(detail: string, issues: readonly { readonly path: string; readonly says: string }[]): string {
  const [only, more] = issues;
  if (only === undefined) return detail;
  if (more === undefined && only.says === detail) return `${only.path}: ${detail}`;
  return [detail, ...issues.map(({ path, says }) => `  ${path}: ${says}`)].join("\n");
}
