import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.mjs";

/** `npm run icons`: the icons of the installed app, drawn from app/icon.svg in a real Chromium. Their files are kept, so that no build needs one. */
const ICONS = [
  { file: "public/icons/192.png", size: 192, fill: false },
  { file: "public/icons/512.png", size: 512, fill: false },
  // Cut to a circle or a drop by the system: the ground goes to the edge, the sign stays within the middle four fifths.
  { file: "public/icons/maskable-512.png", size: 512, fill: true },
  // iOS rounds the corners by itself, and shows what is transparent as black.
  { file: "app/apple-icon.png", size: 180, fill: true },
] as const;

async function main(): Promise<void> {
  const svg = readFileSync("app/icon.svg", "utf8");
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath === null ? {} : { executablePath }) });
  try {
    for (const { file, size, fill } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const drawn = fill ? svg.replace('rx="5"', 'rx="0"') : svg;
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawn}`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

await main();
