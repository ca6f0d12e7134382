import type { Page } from "@playwright/test";

/** What is pressed and called by other words than it shows, or shows them later in its name: who speaks to the page says what is shown (WCAG 2.5.3). */
export async function calledOtherwise(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const plain = (text: string): string => text.replaceAll(/\s+/g, "").toLowerCase();
    const isHeardOnly = (one: Element | null): boolean => {
      if (one === null) return false;
      const { position, clipPath } = getComputedStyle(one);
      return (position === "absolute" && clipPath !== "none") || isHeardOnly(one.parentElement);
    };
    const textsIn = (control: Element): readonly Text[] => {
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const around = node.parentElement;
        if (!(node instanceof Text) || around === null || around.closest("[aria-hidden='true']") !== null) continue;
        if (around.checkVisibility({ visibilityProperty: true })) texts.push(node);
      }
      return texts.filter(({ data }) => data.trim() !== "");
    };
    return [...document.querySelectorAll("button, a[href], summary")].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return [];
      const texts = textsIn(control);
      const shown = texts.filter(({ parentElement }) => !isHeardOnly(parentElement)).map(({ data }) => data);
      const label = control.getAttribute("aria-label");
      // Words for ears alone may stand among those of a long row, not before its first.
      const isSo = label === null ? texts[0]?.data === shown[0] : plain(label).startsWith(plain(shown.join("")));
      return shown.length === 0 || isSo ? [] : [`${shown.join(" ")}: ${label ?? control.textContent}`];
    });
  });
}

/** Words of which a part is behind an edge that nothing scrolls to. What ends in dots says the rest elsewhere. */
export async function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cuts = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
    /** By how much `box` is beyond what `one` and those around it show. */
    const beyond = (one: Element | null, box: DOMRect): number => {
      if (one === null || one === document.body) return 0;
      const { overflowX, overflowY, textOverflow, webkitLineClamp, position } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const isSeen = edge.width > 1 && edge.height > 1;
      const endsInDots = textOverflow === "ellipsis" || webkitLineClamp !== "none";
      if (!isSeen || endsInDots || [overflowX, overflowY].some((way) => way === "auto" || way === "scroll")) return 0;
      const across = cuts(overflowX) ? Math.max(box.right - edge.right, edge.left - box.left) : 0;
      const down = cuts(overflowY) ? Math.max(box.bottom - edge.bottom, edge.top - box.top) : 0;
      return Math.max(across, down, position === "fixed" ? 0 : beyond(one.parentElement, box));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) !== true) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some((box) => box.width > 1 && beyond(node.parentElement, box) > 2))
        cut.push(range.toString());
    }
    return cut;
  });
}

/** Words of which the letters stand below each other, as in a column that has room for two of them: more than three lines of them. */
export async function letterByLetter(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) !== true) continue;
      const size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize);
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
      if (lines.length > 3 && lines.every(({ width }) => width < 2 * size)) broken.push(range.toString());
    }
    return broken;
  });
}
