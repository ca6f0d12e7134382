import { KeySheet } from "../shell/key-sheet";
import { keyGroups } from "./key-groups";
import { useKeyMap } from "./key-context";

export interface DeskKeysProps {
  readonly onClose: () => void;
}

/** The keys of the desk, over it. */
export function DeskKeys({ onClose }: DeskKeysProps) {
  const keys = useKeyMap();
  return (
    <KeySheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      enabled={keys.some(({ command }) => command === "approve")}
      groups={keyGroups(keys)}
    />
  );
}
