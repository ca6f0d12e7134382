"use client";

import { useId, useState } from "react";

import { Segmented } from "./segmented";
import type { Density, Theme } from "./theme";
import { applyAppearance } from "./theme";

const THEME_OPTIONS = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Light, dark or the system's. `initial` is what the cookie said, so server and browser agree. */
export function ThemeToggle({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (value: Theme) => {
    setTheme(value);
    applyAppearance({ theme: value });
  };
  return <Segmented label="Theme" name={useId()} options={THEME_OPTIONS} value={theme} onChange={choose} />;
}

const DENSITY_OPTIONS = [
  { value: "comfortable", label: "Comfortable" },
  { value: "compact", label: "Compact" },
] as const;

/** How tall the rows of a list are. */
export function DensityToggle({ initial }: { readonly initial: Density }) {
  const [density, setDensity] = useState(initial);
  const choose = (value: Density) => {
    setDensity(value);
    applyAppearance({ density: value });
  };
  return <Segmented label="Density" name={useId()} options={DENSITY_OPTIONS} value={density} onChange={choose} />;
}
