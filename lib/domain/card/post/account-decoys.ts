const ENDINGS = ["_official", "_help", "_team", "_news"] as const;

/** Three accounts that `account` could be mistaken for; all differ from it and from each other. */
export function accountDecoys(account: string, other: string | null): readonly [string, string, string] {
  const base = account.replace(/[_.-][^_.-]*$/u, "");
  const found = new Set([
    ...(other === null ? [] : [other]),
    ...(base.length > 1 && base !== account ? [base] : []),
    ...ENDINGS.map((ending) => `${base.length > 1 ? base : account}${ending}`),
  ]);
  found.delete(account);
  const [first = "", second = "", third = ""] = found;
  return [first, second, third];
}
