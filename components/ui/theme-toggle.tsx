"use client";

import { useId, useState } from "react";

import { useWords } from "../words/words-provider";
import { Segmented } from "./segmented";
import type { Density, Theme, Times } from "./theme";
import { DENSITIES, THEMES, TIMES, applyAppearance } from "./theme";

/** Light, dark or the system's. `initial` is what the cookie said, so server and browser agree. */
export function ThemeToggle({ initial }: { readonly initial: Theme }) {
  const t = useWords("ui");
  const [theme, setTheme] = useState(initial);
  const choose = (value: Theme) => {
    setTheme(value);
    applyAppearance({ theme: value });
  };
  const options = THEMES.map((value) => ({ value, label: t(`theme.${value}`) }));
  return <Segmented label={t("theme")} name={useId()} options={options} value={theme} onChange={choose} />;
}

/** How tall the rows of a list are. */
export function DensityToggle({ initial }: { readonly initial: Density }) {
  const t = useWords("ui");
  const [density, setDensity] = useState(initial);
  const choose = (value: Density) => {
    setDensity(value);
    applyAppearance({ density: value });
  };
  const options = DENSITIES.map((value) => ({ value, label: t(`density.${value}`) }));
  return <Segmented label={t("density")} name={useId()} options={options} value={density} onChange={choose} />;
}

/** Whether times are said in full, for whoever cannot open a tooltip. */
export function TimesToggle({ initial }: { readonly initial: Times }) {
  const t = useWords("ui");
  const [times, setTimes] = useState(initial);
  const choose = (value: Times) => {
    setTimes(value);
    applyAppearance({ times: value });
  };
  const options = TIMES.map((value) => ({ value, label: t(`times.${value}`) }));
  return <Segmented label={t("times")} name={useId()} options={options} value={times} onChange={choose} />;
}
