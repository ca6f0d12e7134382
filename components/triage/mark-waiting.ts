const COUNTED = /^\(\d+\+?\) /;
const WAITING_ICON = "/icons/waiting.svg";

export interface WaitingMark {
  /** `7`, `1000+`; null for nothing. */
  readonly show: (waiting: string | null) => void;
  /** Takes it away again. */
  readonly end: () => void;
}

/** Shows that `waiting` wait in the title and on the icons, until it is told otherwise. */
export function markWaiting(first: string | null): WaitingMark {
  let waiting = first;
  const mark = (): void => {
    const plain = document.title.replace(COUNTED, "");
    // Between two screens there is no title for a moment: a number alone would be read out as one.
    const marked = waiting === null || plain === "" ? plain : `(${waiting}) ${plain}`;
    // The title is watched: writing it without need would never end.
    if (document.title !== marked) document.title = marked;
  };
  const show = (next: string | null): void => {
    waiting = next;
    mark();
    dot(waiting !== null);
    badge(waiting === null ? 0 : Number.parseInt(waiting, 10));
  };
  show(first);
  announceTitles(false);
  // The screen's own title may come after this, with its words.
  const watched = new MutationObserver(mark);
  watched.observe(document.head, { childList: true, subtree: true, characterData: true });
  return {
    show,
    end: () => {
      watched.disconnect();
      show(null);
      announceTitles(true);
    },
  };
}

/** An icon of its own after the page's, which is the one that browsers take: the page's own would be put back if it were changed. */
function dot(on: boolean): void {
  const known = document.head.querySelector(`link[href="${WAITING_ICON}"]`);
  if (!on) known?.remove();
  if (!on || known !== null) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "icon", type: "image/svg+xml", href: WAITING_ICON });
  document.head.append(link);
}

/**
 * Next.js says the title of a page that was led to, and interrupts what is being said. While the title counts it is another one after each decision,
 * and would drown what became of that: until the desk is left, only the desk speaks.
 */
function announceTitles(on: boolean): void {
  const voice = document.querySelector("next-route-announcer")?.shadowRoot?.firstElementChild;
  voice?.setAttribute("aria-live", on ? "assertive" : "off");
}

/** Only an installed app has one; where it is refused nothing is lost. */
function badge(count: number): void {
  if (!("setAppBadge" in navigator)) return;
  navigator.setAppBadge(count).catch(() => undefined);
}
