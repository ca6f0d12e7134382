/** Three addresses that `address` could be mistaken for: another ending, a longer domain, another mailbox. All differ from it and each other. */
export function recipientDecoys(address: string): readonly [string, string, string] {
  const at = address.lastIndexOf("@");
  const [mailbox, domain] = at === -1 ? ["info", address] : [address.slice(0, at), address.slice(at + 1)];
  const dot = domain.lastIndexOf(".");
  const [name, ending] = dot === -1 ? [domain, "com"] : [domain.slice(0, dot), domain.slice(dot + 1)];
  return [
    `${mailbox}@${name}.${ending === "co" ? "com" : "co"}`,
    `${mailbox}@${name}-mail.${ending}`,
    `${swapped(mailbox)}@${domain}`,
  ];
}

/** `dana.wu` → `wu.dana`, `dana` → `dana1`. */
function swapped(mailbox: string): string {
  const parts = mailbox.split(".");
  const turned = [...parts].reverse().join(".");
  return turned === mailbox ? `${mailbox}1` : turned;
}
