/** `1.2 GB`: a size as file managers say it, in powers of a thousand. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  const units = ["kB", "MB", "GB", "TB", "PB"] as const;
  let size = bytes / 1000;
  let at = 0;
  while (size >= 999.95 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  const figure = size < 10 ? size.toFixed(1).replace(/\.0$/u, "") : Math.round(size).toString();
  return `${figure} ${units[at] ?? "kB"}`;
}
