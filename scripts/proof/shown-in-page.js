// Runs in the page, before anything of the page: notes at every press that may decide what the card on the screen says and where it stands in the list,
// and how many decisions were sent. Plain JavaScript, since what compiles the proofs puts helpers into functions that a page does not have.
{
  const noted = [];
  // Of the list alone: the sections above it are links in a list as well.
  const listed = () => document.querySelector("main ul > li a[href*='open=']")?.closest("ul") ?? null;
  const pillOf = (of) => of?.parentElement?.querySelector(":scope > div:not(:has(ul)) > button");
  const list = () => {
    const open = document.querySelector("main ul > li a[aria-current='true']");
    const of = listed();
    const rows = [...(of?.querySelectorAll(":scope > li a[href*='open=']") ?? [])];
    const pill = pillOf(of);
    return {
      rows: rows.map((row) => new URL(row.href).searchParams.get("open") ?? ""),
      open: rows.indexOf(open),
      arrived: Number(/\d+/u.exec(pill?.textContent ?? "")?.[0] ?? "0"),
    };
  };
  const order = async () => {
    const asked = new URLSearchParams(location.search);
    const named = { agent: asked.get("agent") ?? "", sort: asked.get("sort") ?? "stake", limit: "100" };
    const answer = await fetch(`/api/v1/people/queue?${String(new URLSearchParams({ queue: "needs_you", ...named }))}`);
    return (await answer.json()).items.map(({ id }) => id);
  };
  const card = () => {
    const heading = document.querySelector("article h2[id^='card-']");
    const article = heading?.closest("article");
    if (!heading || !article) return null;
    const news = [...article.querySelectorAll("[role='note']")].map((part) => part.textContent).join(" ");
    const version = Number(/this is version (\d+)/u.exec(news)?.[1] ?? "1");
    return { article, id: heading.id.replace(/^card-|-heading$/gu, ""), version };
  };
  // Which version of which card stands there, and since when: put there, it is painted later.
  let [standing, since] = ["", 0];
  new MutationObserver(() => {
    const now = card();
    const named = now === null ? "" : `${now.id}@${now.version}`;
    if (named !== standing) [standing, since] = [named, performance.now()];
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["id"] });
  const note = (press, at) => {
    const shown = card();
    if (shown === null) return;
    const { article, id, version } = shown;
    // Without the note of what changed, which also tells the values that were.
    const drawn = [...article.children].filter((part) => part.getAttribute("role") !== "note").map((part) => part.textContent);
    const phones = drawn.join(" ").match(/\+49 30 \d{4}/gu) ?? [];
    noted.push({ press, id, version, phones, stoodMs: at - since, list: list() });
  };
  addEventListener("keydown", ({ key, timeStamp }) => (key === "a" || key === "r") && note(key, timeStamp), true);
  const pointed = ({ type, timeStamp }) => note(type, timeStamp);
  addEventListener("mousedown", pointed, true);
  addEventListener("click", pointed, true);
  let sent = 0;
  const { fetch } = globalThis;
  globalThis.fetch = (to, options) => {
    if (String(to).endsWith("/people/decide")) sent += 1;
    return fetch(to, options);
  };
  const takeSent = () => {
    const since = sent;
    sent = 0;
    return since;
  };
  globalThis.countersignShown = { take: () => noted.splice(0), takeSent, list, order };
}
