import type { Words } from "../words/make-words";

/* eslint-disable countersign/words-from-catalogue -- names of products, the same in every language */
/** The first that fits names it: most browsers also carry the names of those before them. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];
/* eslint-enable countersign/words-from-catalogue */

/** What a browser says of itself, in two words: `Firefox on Linux`. A hint for recognising it: anyone can claim anything here. */
export function deviceWords(t: Words<"account">, userAgent: string | null): string {
  if (userAgent === null) return t("device.unknown");
  const find = (names: typeof BROWSERS) => names.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (browser === null) return system === null ? t("device.unknown") : t("device.system", { system });
  return system === null ? browser : t("device.both", { browser, system });
}
