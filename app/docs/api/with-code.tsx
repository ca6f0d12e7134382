/** Text with `code` in backticks. */
export function WithCode({ text }: { readonly text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={`${String(index)}${part}`} className="rounded-badge bg-sunk px-1 font-mono text-small text-ink">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
