import type { Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { decideByApi } from "./decide-by-api";
import { aLimit, aNote, aPayout, armed, rows } from "./desk";
import { expect, test } from "./fixtures";

const MINUTE = 60;
const REJECTED = { type: "reject", reason: { code: "wrong_record", text: null } } as const;
/** The orders as the key goes through them, from the first of an address that names none. */
const BY_KEY = ["due", "age", "agent", "stake"] as const;
type Order = (typeof BY_KEY)[number];

/** Four of two agents, of which every order makes another list; and two that were rejected, the older one first. */
async function proposeBitterns(airline: Countersign, own: Countersign, reviewer: Page): Promise<Record<string, string>> {
  const [older, newer] = [await airline.propose(aNote("Bittern Older")), await airline.propose(aNote("Bittern Newer"))];
  for (const { id } of [older, newer]) await decideByApi(reviewer, id, REJECTED);
  const oldest = await airline.propose(aNote("Bittern Oldest", { expiresIn: 400 * MINUTE }));
  const high = await own.propose(aLimit("Bittern High", { expiresIn: 200 * MINUTE }));
  const critical = await airline.propose({ ...aPayout("Bittern Critical"), expiresIn: 300 * MINUTE });
  const due = await own.propose(aNote("Bittern Due", { expiresIn: 100 * MINUTE }));
  return { older: older.id, newer: newer.id, oldest: oldest.id, high: high.id, critical: critical.id, due: due.id };
}

/** Which of them stand in the list, from the top. */
async function listed(page: Page, all: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
  const hrefs = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.map((href) => Object.keys(all).find((name) => href.endsWith(all[name] ?? "")));
}

/** That the list is in this order, that its control says so, and the address. */
async function isOrdered(page: Page, order: Order, all: Readonly<Record<string, string>>): Promise<void> {
  await expect(page.getByRole("combobox", { name: "Order" })).toHaveValue(order);
  expect(new URL(page.url()).searchParams.get("sort")).toBe(order === "stake" ? null : order);
  if (order === "agent") {
    const agents = await rows(page)
      .getByText(/^(airline-support|admins-own)$/)
      .allTextContents();
    expect(agents).toHaveLength(4);
    expect(agents.filter((name, at) => name !== agents[at - 1])).toHaveLength(2);
    return;
  }
  expect(await listed(page, all)).toEqual(
    {
      stake: ["critical", "high", "oldest", "due"],
      due: ["due", "high", "critical", "oldest"],
      age: ["oldest", "high", "critical", "due"],
    }[order],
  );
}

test("each order, by its control and by its key, is the order of the rows, also after a reload and in another section", async ({
  agent,
  server,
  signedInAs,
}) => {
  test.setTimeout(120_000);
  const page = await signedInAs("reviewer");
  await page.goto("/account");
  const own = new Countersign({ url: server.url, apiKey: server.ownApiKey });
  const all = await proposeBitterns(agent, own, page);
  await page.goto("/queue?text=bittern");
  await armed(page);
  await isOrdered(page, "stake", all);
  for (const order of BY_KEY) {
    await page.keyboard.press("o");
    await expect(async () => isOrdered(page, order, all)).toPass();
    await armed(page);
  }
  const control = page.getByRole("combobox", { name: "Order" });
  for (const order of ["agent", "stake", "due", "age"] as const) {
    await control.selectOption(order);
    await expect(async () => isOrdered(page, order, all)).toPass();
    await page.reload();
    await armed(page);
    await isOrdered(page, order, all);
  }

  const sections = page.getByRole("navigation", { name: "Sections" });
  await sections.getByRole("link", { name: /^Done/ }).click();
  await expect(sections.getByRole("link", { name: /^Done/ })).toHaveAttribute("aria-current", "page");
  await expect(control).toHaveValue("age");
  expect(await listed(page, all)).toEqual(["older", "newer"]);
  // What was decided last stands on top where the order is not by age.
  await control.selectOption("stake");
  await expect.poll(() => listed(page, all)).toEqual(["newer", "older"]);
  await control.selectOption("age");
  await expect.poll(() => listed(page, all)).toEqual(["older", "newer"]);
  await sections.getByRole("link", { name: /^Needs you/ }).click();
  await expect(async () => isOrdered(page, "age", all)).toPass();
  for (const name of ["oldest", "critical"]) await agent.withdraw(all[name] ?? "");
  for (const name of ["high", "due"]) await own.withdraw(all[name] ?? "");
});
