import type { Page } from "@playwright/test";

/** Writes down what this page says to screen readers from now on, in its order. `!` before what interrupts. */
export async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard = await page.evaluateHandle(() => {
    const all: string[] = [];
    const regions = [...document.querySelectorAll(".sr-only > [role='status'], .sr-only > [role='alert']")];
    const titles = document.querySelector("next-route-announcer")?.shadowRoot?.firstElementChild;
    for (const region of titles === null || titles === undefined ? regions : [...regions, titles]) {
      const note = (): void => {
        const says = region.textContent;
        const urgency = region.getAttribute("aria-live") ?? (region.getAttribute("role") === "alert" ? "assertive" : "polite");
        if (says !== "" && urgency !== "off") all.push(urgency === "assertive" ? `! ${says}` : says);
      };
      new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    }
    return all;
  });
  return () => heard.jsonValue();
}
