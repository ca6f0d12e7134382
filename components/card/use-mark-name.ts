import { useEffect, useState } from "react";

/** What a mark is called: `given` with it, or empty until the names are loaded. Where they cannot be, its code point says what it is. */
export function useMarkName(codePoint: string, given: string): string {
  const [names, setNames] = useState<{ readonly of: (codePoint: number) => string } | null>(null);
  const asks = given === "";
  useEffect(() => {
    if (!asks) return;
    import("../../lib/domain/invisible-name").then(
      ({ invisibleName }) => setNames({ of: invisibleName }),
      () => undefined,
    );
  }, [asks]);
  return names === null || !asks ? given : names.of(Number.parseInt(codePoint.slice(2), 16));
}
