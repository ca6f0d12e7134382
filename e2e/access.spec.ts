import type { Page } from "@playwright/test";

import { ENDPOINTS } from "../lib/contract/endpoints";
import { ERROR_CODES } from "../lib/domain/error-codes";
import { findings } from "./axe";
import { aDose, aLimit, aNote, aPayout, armed } from "./desk";
import { expect, test } from "./fixtures";
import { focusOutOfSight, movesAllTheSame, untoldInForcedColours } from "./other-eyes";
import { everyScreen } from "./screens";
import { smallTargets } from "./targets";

/** What the browser said against the content security policy, from now on. */
function refusalsOf(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}

/** The same sheet everywhere (WCAG 3.2.6). It is asked for again while the screen is still waking. */
async function opensHelp(page: Page, path: string): Promise<void> {
  const sheet = page.getByRole("dialog", { name: "Keys and help" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet, path).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(sheet, path).toBeHidden();
  if (path !== "/queue" && !path.startsWith("/focus")) return;
  // By pointer as well: in the frame, and on the one screen that has a bar of its own.
  const button = page.locator("[data-help]").filter({ visible: true }).first();
  await expect(button, path).toHaveAccessibleName(/Keys and help/);
  await button.click();
  await expect(sheet, path).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet, path).toBeHidden();
}

/** The ways to the other screens, which a phone has behind a button. */
async function opensOnAPhone(page: Page): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await findings(page, "[role='dialog']"), "the menu of a phone").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.setViewportSize(desk);
}

/** What the open reference tells, each at the place that a link to it leads to: calls by their headings, and refusals. */
async function toldIn(page: Page): Promise<{ readonly calls: readonly string[]; readonly refusals: readonly string[] }> {
  const idsOf = (told: string): Promise<readonly string[]> =>
    page.locator(told).evaluateAll((all) => all.map(({ id }) => id).sort());
  return {
    calls: await idsOf("main section[aria-labelledby^='area-'] > section:has(> h3)"),
    refusals: await idsOf("main section[aria-labelledby='problems'] dl > div:has(> dt):has(> dd)"),
  };
}

test("no screen has a serious accessibility finding in either theme, breaks its own content policy, or is without help", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(240_000);
  const page = await signedInAs("admin");
  const refused = refusalsOf(page);
  const proposed = await agent.propose(aNote("Accessible Ltd", { rationale: "because they asked" }));
  for (const path of await everyScreen(page, proposed.id)) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"], path).toMatch(/script-src [^;]*'nonce-[^']+'/);
    await expect(page.getByRole("heading").first()).toBeAttached();
    expect(await findings(page), path).toEqual([]);
    if (path === "/queue") await opensOnAPhone(page);
    if (path !== "/docs/api") await opensHelp(page, path);
  }
  // The last of them is the reference, which is whole: a problem's `type` leads into it.
  expect(await toldIn(page)).toEqual({ calls: ENDPOINTS.map(({ id }) => id).sort(), refusals: Object.keys(ERROR_CODES).sort() });
  await agent.withdraw(proposed.id);
  expect(refused).toEqual([]);
});

test("what a stranger meets, and what leads nowhere, has no serious accessibility finding either", async ({
  signedInAs,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
  const refused = refusalsOf(stranger);
  await stranger.goto("/sign-in");
  expect(await findings(stranger), "sign-in").toEqual([]);
  await stranger.getByLabel("E-mail").fill("nobody@example.com");
  await stranger.getByLabel("Password").fill("not the password of anybody");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger.getByRole("main").getByRole("alert")).toBeVisible();
  expect(await findings(stranger), "a refused sign-in").toEqual([]);
  expect((await stranger.goto("/nothing/here"))?.status()).toBe(404);
  expect(await findings(stranger), "an address that leads nowhere").toEqual([]);
  await stranger.context().close();
  expect(refused).toEqual([]);

  const page = await signedInAs("auditor");
  for (const path of ["/proposals/prp_01m8ja9p0navnf997rce2b06vv", "/people"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    expect(await findings(page), path).toEqual([]);
  }
});

/** What decides, by the panel that is open. */
const ACTS = {
  card: "[data-action-bar] > button, [data-action-bar] [aria-label='Decide'] > button:is(:first-child, :last-child)",
  edit: "form[aria-label^='Edit:'] > div:last-child button",
  reasons: "[aria-label='Reasons'] button, [aria-label='Reasons'] + form :is(button, input)",
  signing: "form[aria-label^='Sign:'] > div:last-child button, fieldset input[type='radio']",
} as const;

test("every question the desk asks is free of serious accessibility findings, and large enough to hit at every width", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(180_000);
  const page = await signedInAs("second");
  const propose = async (what: Parameters<typeof agent.propose>[0]): Promise<string> => (await agent.propose(what)).id;
  const alike = (name: string): Promise<string> => propose({ action: { name: "desk.asked", arguments: { name, level: 7 } } });
  const note = await propose(aNote("Asked Note"));
  const limit = await propose(aLimit("Asked Limit"));
  const payout = await propose(aPayout("Asked Payout"));
  const dose = await propose(aDose("Asked Dose"));
  const [one, two] = [await alike("One"), await alike("Two")];
  const open: readonly (readonly [string, string, RegExp, keyof typeof ACTS])[] = [
    [note, "e", /Edit, then approve/, "edit"],
    // Its button says Evidence too, long before the sheet is there.
    [note, "Enter", /^sha256:/, "card"],
    [note, "w", /Why it is here/, "card"],
    [note, "?", /Enter and Space never decide/, "card"],
    [note, "c", /Whose it is/, "card"],
    [note, "Control+k", /Stop this agent/, "card"],
    [limit, "r", /Why not/, "reasons"],
    [payout, "a", /Sign and approve/, "signing"],
    [dose, "a", /I approve/, "signing"],
    [one, "b", /2 alike/, "card"],
  ];
  const desk = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const [id, key, shows, panel] of open) {
    await page.setViewportSize(desk);
    await page.goto(`/focus?open=${id}`);
    await armed(page);
    await page.keyboard.press(key);
    await expect(page.getByText(shows).first()).toBeVisible();
    // What opens over the card hides all else; of what opens on it, the card belongs to the question.
    const opened = (await page.getByRole("dialog").count()) > 0 ? "[role='dialog']" : "main";
    expect(await findings(page, opened), `${key} on a card`).toEqual([]);
    const acts = `${ACTS.card}, ${ACTS[panel]}`;
    expect(await smallTargets(page, acts, "desk"), `${key} on a card, on a desk`).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await smallTargets(page, acts, "phone"), `${key} on a card, on a phone`).toEqual([]);
  }
  // The card that fits least: what has the focus is in sight on a phone, and on a desk it is told without our colours and without motion.
  await page.goto(`/focus?open=${note}`);
  await armed(page);
  expect(await focusOutOfSight(page), "focus on a phone").toEqual([]);
  await page.setViewportSize({ ...desk, height: 480 });
  await page.goto(`/queue?fold=no&open=${note}`);
  await armed(page);
  expect(await focusOutOfSight(page), "focus on a low desk").toEqual([]);
  expect(await movesAllTheSame(page)).toEqual([]);
  expect(await untoldInForcedColours(page)).toEqual([]);
  for (const id of [note, limit, payout, dose, one, two]) await agent.withdraw(id);
});
