/**
 * How many looks, riskiest item first, find `share` of all the errors, if a look always finds what is there. `errors` says of each item, riskiest
 * first, whether it is one. 0 where there is no error to find.
 */
export function looksNeeded(errors: readonly boolean[], share: number): number {
  const wanted = Math.ceil(errors.filter(Boolean).length * share - 1e-9);
  let found = 0;
  for (const [index, isError] of errors.entries()) {
    if (found >= wanted) return index;
    if (isError) found += 1;
  }
  return found >= wanted ? errors.length : 0;
}
