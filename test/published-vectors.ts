import { readFileSync } from "node:fs";

/** The fenced blocks of the security page that carry this label, in order: what the product publishes is what the tests hold it to. */
export function publishedVectors(label: string): readonly string[] {
  const page = readFileSync("docs/security/digest-and-receipts.md", "utf8");
  const blocks = page.matchAll(new RegExp(`\`\`\`text ${label}\n(.*?)\n\`\`\``, "gs"));
  return Array.from(blocks, ([, text = ""]) => text);
}
