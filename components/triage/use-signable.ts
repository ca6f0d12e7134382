import { useEffect, useState } from "react";

import type { Treatment } from "../../lib/domain/words";
import type { Lease } from "./use-lease";
import { signableAt } from "./use-lease";

/** True once the server takes a deliberate signature on a card of this treatment. */
export function useSignable(lease: Lease, treatment: Treatment): boolean {
  const due = signableAt(lease, treatment);
  const [reached, setReached] = useState<number | null>(null);
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(
      () => {
        setReached(due);
      },
      Math.max(0, due - performance.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [due]);
  return due !== null && reached === due;
}
