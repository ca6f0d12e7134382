import type { Page } from "@playwright/test";

/** What is data and no text of the screens: names, identifiers, code, instants, and what stays English on a page of another language. */
const DATA = "[translate=no], [lang=en], bdi, code, kbd, time, textarea";

/**
 * With the made-up language `en-XA` every letter of a text from the catalogue has an accent. So what is shown or read out in plain letters
 * alone, and is not marked as data, stands in no catalogue. In the order of the page.
 */
export function textsOfNoCatalogue(page: Page): Promise<readonly string[]> {
  return page.evaluate((data) => {
    const isPlain = (text: string) => /\p{Script=Latin}/u.test(text) && /^[\p{ASCII}\P{Script=Latin}]*$/u.test(text);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]) {
          const text = node.getAttribute(name) ?? "";
          if (isPlain(text) && node.closest(data) === null) found.push(`${name}=${text}`);
        }
      } else {
        const text = node.textContent ?? "";
        const parent = node.parentElement;
        if (parent !== null && parent.closest(`script, style, noscript, ${data}`) === null && isPlain(text))
          found.push(text.trim());
      }
    }
    return found;
  }, DATA);
}
