import type { Browser, BrowserContext, Page } from "@playwright/test";

import type { SignedIn } from "../../bench/signed-in";
import type { CanaryCollector } from "./canary-collector";
import { RAN, type Injection } from "./injections";

/** What the page is made to call when its policy refused something. */
const REFUSED = "countersignRefused";
/** As the browser says it of any frame, also of one that runs nothing. */
const REFUSED_WORDS = /Content Security Policy|Refused to/u;

/** What came of text that was only to be read. */
export interface Caught {
  /** Scripts that ran, and dialogs that opened. */
  executions: number;
  /** Requests that reached the collector. */
  requests: number;
  /** What a policy had to refuse: nothing of ours may rely on that. */
  refusals: number;
  /** Elements that would load, lead or run where one of the strings says. */
  elements: number;
}

/** A page of a context of its own in which everything that a string might bring about is counted. */
export interface Watched {
  readonly page: Page;
  readonly caught: Caught;
  /** Counts the elements, and answers which canaries can be read. */
  readonly look: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Opens such a page. `tell` hears of each thing that ran or was refused. */
export async function watched(
  browser: Browser,
  collector: CanaryCollector,
  options: { readonly baseURL: string; readonly storageState?: SignedIn },
  tell: (what: string) => void,
): Promise<Watched> {
  const context = await browser.newContext(options);
  const caught: Caught = { executions: 0, requests: 0, refusals: 0, elements: 0 };
  const refused = (what: string): void => {
    caught.refusals += 1;
    tell(`refused: ${what.slice(0, 300)}`);
  };
  await listen(context, caught, { tell, refused });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    caught.executions += 1;
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error" && REFUSED_WORDS.test(message.text())) refused(message.text());
  });
  return {
    page,
    caught,
    look: async () => {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const elements = await page.evaluate(elementsThatLead, [collector.origin, RAN]);
      caught.elements += elements;
      caught.requests += collector.taken();
      return (await page.evaluate(() => document.body.innerText)).match(/canary\d{4}x/gu) ?? [];
    },
    close: () => context.close(),
  };
}

async function listen(
  context: BrowserContext,
  caught: Caught,
  { tell, refused }: { readonly tell: (what: string) => void; readonly refused: (what: string) => void },
): Promise<void> {
  await context.exposeBinding(RAN, (_source, number: unknown) => {
    caught.executions += 1;
    tell(`ran: ${String(number)}`);
  });
  await context.exposeBinding(REFUSED, (_source, what: unknown) => {
    refused(String(what));
  });
  await context.addInitScript((name) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell: unknown = Reflect.get(window, name);
      if (typeof tell === "function")
        Reflect.apply(tell, window, [`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`]);
    });
  }, REFUSED);
}

/** Runs in the page, as it is written: elements one of whose attributes is an address, a style or a handler made of a string. */
function elementsThatLead(strings: readonly string[]): number {
  const leads = /^(?:href|src|srcset|action|formaction|data|poster|background|ping|style|xlink:href|on\w+)$/u;
  return [...document.querySelectorAll("*")].filter(
    (element) =>
      [...element.attributes].some(({ name, value }) => leads.test(name) && strings.some((one) => value.includes(one))) ||
      (element.localName === "style" && strings.some((one) => element.textContent.includes(one))),
  ).length;
}

/** Whether everything is caught on a page that nothing protects, and what a policy refuses on one that has nothing else: a trap that nothing springs proves nothing. */
export async function trapSprings(
  browser: Browser,
  collector: CanaryCollector,
  injections: readonly Injection[],
): Promise<boolean> {
  const bait = injections.map(({ text }) => text).join("\n");
  const { page, caught, look, close } = await watched(browser, collector, { baseURL: collector.origin }, () => undefined);
  try {
    collector.serve(`<!doctype html><body>${bait}`);
    await page.goto("/");
    await look();
    const open = { ...caught };
    collector.serve(`<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><body>${bait}`);
    await page.goto("/");
    await look();
    return open.executions > 0 && open.requests > 0 && open.elements > 0 && open.refusals === 0 && caught.refusals > 0;
  } finally {
    await close();
  }
}
