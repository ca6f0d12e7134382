import { KeySheet } from "../shell/key-sheet";
import { KEY_GROUPS } from "./key-groups";

export interface DeskKeysProps {
  readonly onClose: () => void;
}

/** The keys of the desk, over it. */
export function DeskKeys({ onClose }: DeskKeysProps) {
  return (
    <KeySheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      enabled
      groups={KEY_GROUPS}
    />
  );
}
