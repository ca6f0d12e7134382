import { useCallback, useEffect, useRef } from "react";

/** Makes of a callback one that does nothing once what asked for it has gone from the screen: an answer may come late. */
export function useWhileHere(): <Input>(callback: (input: Input) => void) => (input: Input) => void {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(
    (callback) => (input) => {
      if (here.current) callback(input);
    },
    [],
  );
}
