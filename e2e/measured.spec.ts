import type { Page } from "@playwright/test";

import { DecideInput } from "../lib/contract/people";
import { PHONE, aNote, approveButton, armed, lastDecision } from "./desk";
import { expect, test } from "./fixtures";

/** What the browser says of how the next decision was made. */
async function deviceOf(page: Page, decide: () => Promise<void>): Promise<unknown> {
  const asked = page.waitForRequest((request) => request.url().endsWith("/people/decide"));
  await decide();
  return DecideInput.parse((await asked).postDataJSON()).measured?.device;
}

test("a decision says what it was made with: the keyboard, the mouse or a finger", async ({ agent, signedInAs }) => {
  const [typed, clicked, tapped] = [
    await agent.propose(aNote("Typed")),
    await agent.propose(aNote("Clicked")),
    await agent.propose(aNote("Tapped")),
  ];
  const desk = await signedInAs("reviewer");
  await desk.goto(`/focus?open=${typed.id}`);
  await armed(desk);
  expect(await deviceOf(desk, () => desk.keyboard.press("a"))).toBe("keyboard");
  await desk.goto(`/focus?open=${clicked.id}`);
  await armed(desk);
  expect(await deviceOf(desk, () => approveButton(desk).click())).toBe("mouse");

  const phone = await signedInAs("second", PHONE);
  await phone.goto(`/focus?open=${tapped.id}`);
  await armed(phone);
  expect(await deviceOf(phone, () => approveButton(phone).tap())).toBe("touch");
  await expect(lastDecision(phone)).toContainText("Tapped");
});
