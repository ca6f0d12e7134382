"use client";

import { createContext, use } from "react";

import type { CommandName, KeyBinding } from "../../lib/domain/input/key-map";
import type { Preferences } from "../../lib/domain/preferences";
import { DEFAULT_PREFERENCES } from "../../lib/domain/preferences";

/** The keys of the person at this desk: handlers, badges, sheet and palette read the same map. It comes with the page. */
export const KeyContext = createContext<readonly KeyBinding[]>([]);

/** How the person at this desk does the deliberate act and feels it, and how long what they decide is held. */
export const HabitsContext = createContext<Pick<Preferences, "confirmBy" | "undoTimes" | "haptics">>(DEFAULT_PREFERENCES);

/** The key map in force. */
export function useKeyMap(): readonly KeyBinding[] {
  return use(KeyContext);
}

/** The badge of a command under a key map; empty when the command has no key. */
export function badgeOf(keys: readonly KeyBinding[], command: CommandName): string {
  return keys.find((binding) => binding.command === command)?.badge ?? "";
}

/** What is printed for a command; empty where it has no key. */
export function useBadge(command: CommandName): string {
  return badgeOf(use(KeyContext), command);
}
