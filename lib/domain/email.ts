const LOCAL = "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}";
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const ADDRESS = new RegExp(`^${LOCAL}@${LABEL}(?:\\.${LABEL})*$`);

/**
 * The one spelling of an e-mail address that people sign in with, or null when it is not acceptable. ASCII only: a sign-in name that may
 * hold look-alike letters, or a full-width `＠`, lets one person pass for another (design: trust A4, GHSA-7rqj-j65f-68wh).
 */
export function normaliseEmail(text: string): string | null {
  const email = text.trim();
  // Checked before lowering: `K` (U+212A) lowers to an ordinary k.
  if (email.length > 254 || !/^[\x21-\x7e]+$/.test(email)) return null;
  const lowered = email.toLowerCase();
  return ADDRESS.test(lowered) ? lowered : null;
}
