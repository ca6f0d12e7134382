import type { Page } from "@playwright/test";

import type { AgentActor, PersonActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import type { Context } from "../lib/services/context";
import { createKey } from "../lib/services/keys/create-key";
import { propose } from "../lib/services/propose";
import type { ProposeInput } from "../lib/services/propose-input";
import { runDueWork } from "../lib/services/run-due-work";
import type { DecideInput } from "../lib/services/triage/decide-proposal";
import { decideProposal } from "../lib/services/triage/decide-proposal";
import { takeLease } from "../lib/services/triage/lease";
import { releaseNow } from "../lib/services/triage/release";
import { aDose, aNote, aPayout, hearsKeys } from "./desk";
import { expect, keptFrom, test } from "./fixtures";
import type { Past, TestServer, Who } from "./test-server";
import { PASSWORD, emailOf, withServer } from "./test-server";

const OPEN_MS = 10_000;
const DAY_MS = 86_400_000;
const VERIFIED = { code: "verified", text: null };

async function signer({ store, newId, clock }: Context, who: Who): Promise<PersonActor> {
  const person = await store.read.personByEmail(emailOf(who));
  if (person === null) throw new Error(`nobody is called ${who}`);
  const { id, name, role } = person;
  return { type: "person", personId: id, name, role, sessionId: newId("session"), authenticatedAt: clock() };
}

async function anAgent(ctx: Context): Promise<AgentActor> {
  const by = { type: "system", name: "command_line" } as const;
  const { id: agentId } = await createAgent(ctx, by, { name: "sleeper" });
  const { key } = await createKey(ctx, by, { agentId, label: "tests" });
  return { type: "agent", agentId, agentName: "sleeper", keyId: key.id, scopes: new Set(["propose"]), ownerId: null };
}

/** What these approved two days ago, and its agent did not fetch for a day. */
async function lapsed(
  { ctx, pass }: Past,
  agent: AgentActor,
  input: ProposeInput,
  signers: readonly Who[],
  how: Pick<DecideInput, "act" | "decision" | "meaningConfirmed">,
): Promise<string> {
  const { found } = await propose(ctx, agent, input, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  for (const [at, who] of signers.entries()) {
    const person = await signer(ctx, who);
    await takeLease(ctx, person, { proposal: id, version });
    pass(OPEN_MS);
    await decideProposal(ctx, person, { proposal: id, version, digest, ...how });
    if (at === signers.length - 1) await releaseNow(ctx, person, { proposal: id });
  }
  return id;
}

/** A server on which somebody who signed in an hour ago has approvals that lapsed: one of two people, two that are regulated, one of their own alone. */
async function withLapsed(
  use: (server: TestServer, ids: Readonly<Record<"payout" | "dose" | "twin" | "note", string>>) => Promise<void>,
) {
  const ids = { payout: "", dose: "", twin: "", note: "" };
  const past = async (then: Past): Promise<void> => {
    const agent = await anAgent(then.ctx);
    const approve = { type: "approve", reason: VERIFIED } as const;
    ids.payout = await lapsed(then, agent, aPayout("Lapsed Ltd"), ["early", "second"], {
      ...{ act: { type: "match", value: "412.00 EUR" }, decision: { type: "approve" } },
    });
    for (const one of ["dose", "twin"] as const) {
      ids[one] = await lapsed(then, agent, aDose(`Lapsed ${one}`), ["early"], {
        ...{ act: { type: "alternative" }, decision: approve, meaningConfirmed: true },
      });
    }
    ids.note = await lapsed(then, agent, aNote("Lapsed note"), ["early"], {
      ...{ act: { type: "key" }, decision: { type: "approve" } },
    });
    then.pass(DAY_MS);
    await runDueWork(then.ctx);
  };
  await withServer({ empty: false, past }, (server) => use(server, ids));
}

function renewButton(page: Page) {
  return page.locator("[data-action-bar]").getByRole("button", { name: /^Renew *:/ });
}

async function openLapsed(page: Page, id: string): Promise<void> {
  await page.goto(`/queue?open=${id}`);
  await hearsKeys(page);
  await expect(renewButton(page)).toBeEnabled();
}

test("a lapsed approval is renewed with a sign-in of the last five minutes where two people signed it, and each time with the password where it is regulated", async ({
  browser,
}) => {
  await withLapsed(async (server, { payout, dose, twin, note }) => {
    const context = await browser.newContext({ baseURL: server.url, storageState: keptFrom(server.earlyCookies[0]) });
    const page = await context.newPage();
    const form = page.getByRole("form", { name: /^Renew: / });
    const password = form.getByLabel("Your password");
    const renewed = page.getByRole("status").filter({ hasText: "Renewed: the agent can fetch it again." });

    // What one person approved takes no password.
    await openLapsed(page, note);
    await renewButton(page).click();
    await expect(renewed).toBeAttached();

    await openLapsed(page, payout);
    const elsewhere = (proposal: string) =>
      page.request.post("/api/v1/people/renew", { headers: { origin: server.url }, data: { proposal } });
    const refused = await elsewhere(payout);
    expect([refused.status(), await refused.json()]).toMatchObject([403, { code: "stale_sign_in" }]);
    await renewButton(page).click();
    await expect(password).toBeFocused();
    await expect(form).toContainText("a sign-in of the last five minutes");
    await expect(renewButton(page)).toBeDisabled();
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    await renewButton(page).click();
    await expect(password).toBeFocused();
    await page.keyboard.type("not my password at all");
    await page.keyboard.press("Enter");
    await expect(password).toHaveAccessibleDescription(/the password is not right/);
    await password.fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(renewed).toBeAttached();
    await expect(form).toBeHidden();
    await expect(renewButton(page)).toBeHidden();

    // The sign-in is fresh by now.
    await openLapsed(page, dose);
    await renewButton(page).click();
    await expect(password).toBeFocused();
    await expect(form).toContainText("your password each time");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(renewed).toBeAttached();
    await expect(renewButton(page)).toBeHidden();

    // Renewed in another tab while the form is open: it stays under the hand of whoever types, and says so.
    await openLapsed(page, twin);
    await renewButton(page).click();
    await expect(password).toBeFocused();
    expect((await elsewhere(twin)).status()).toBe(200);
    await expect(renewButton(page)).toBeHidden();
    await page.keyboard.type(PASSWORD);
    await expect(password).toHaveValue(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(form).toContainText("Not renewed: only an approval that lapsed");
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    await context.close();
  });
});
