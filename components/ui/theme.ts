export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];
/**
 * Whether an instant is said as seen from now, or in full beside it, since a tooltip is not for everyone; or only as it stands, so that no words
 * on the page change by themselves (WCAG 2.2.2).
 */
export const TIMES = ["relative", "full", "still"] as const;
export type Times = (typeof TIMES)[number];

export const THEME_COOKIE = "theme";
export const DENSITY_COOKIE = "density";
export const TIMES_COOKIE = "times";

/**
 * The attributes of `<html>` for what the cookies say. Set by the server's layout, so the first frame already has the
 * person's theme and no script has to run before it. An unknown value counts as none.
 */
export function appearance(
  theme: string | undefined,
  density: string | undefined,
  times?: string,
): { "data-theme"?: Theme; "data-density"?: Density; "data-times"?: Times } {
  return {
    ...(theme === "light" || theme === "dark" ? { "data-theme": theme } : {}),
    ...(density === "compact" ? { "data-density": density } : {}),
    ...(times === "full" || times === "still" ? { "data-times": times } : {}),
  };
}

/** Applies a choice to this page at once and keeps it for the next a year long. Runs in the browser. */
export function applyAppearance(choice: { theme: Theme } | { density: Density } | { times: Times }): void {
  const root = document.documentElement;
  if ("theme" in choice) {
    if (choice.theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = choice.theme;
    keep(THEME_COOKIE, choice.theme);
  } else if ("density" in choice) {
    if (choice.density === "comfortable") delete root.dataset["density"];
    else root.dataset["density"] = choice.density;
    keep(DENSITY_COOKIE, choice.density);
  } else {
    if (choice.times === "relative") delete root.dataset["times"];
    else root.dataset["times"] = choice.times;
    keep(TIMES_COOKIE, choice.times);
  }
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** The theme a cookie names; the system's for anything else. */
export function readTheme(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? "system";
}

/** The density a cookie names; comfortable for anything else. */
export function readDensity(cookie: string | undefined): Density {
  return DENSITIES.find((density) => density === cookie) ?? "comfortable";
}

/** How a cookie wants instants said; as seen from now for anything else. */
export function readTimes(cookie: string | undefined): Times {
  return TIMES.find((times) => times === cookie) ?? "relative";
}
