import { useEffect, useState } from "react";

import type { Later } from "../ui/later";

/** True once a component that only a finger has a use for has been loaded: at once where there is a touch screen, elsewhere never. */
export function useHereOnTouch<Props extends object>({ load }: Later<Props>): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (matchMedia("(any-pointer: coarse)").matches) void load().then(setHere);
  }, [load]);
  return here;
}
