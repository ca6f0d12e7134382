"use client";

import { createContext, use } from "react";

import type { CommandName, KeyBinding } from "../../lib/domain/input/key-map";
import { DEFAULT_KEYS, badgeOf } from "../../lib/domain/input/key-map";

/** The keys of the person at this desk: handlers, badges, sheet and palette read the same map. */
export const KeyContext = createContext<readonly KeyBinding[]>(DEFAULT_KEYS);

/** The key map in force. */
export function useKeyMap(): readonly KeyBinding[] {
  return use(KeyContext);
}

/** What is printed for a command; empty where it has no key. */
export function useBadge(command: CommandName): string {
  return badgeOf(use(KeyContext), command);
}
