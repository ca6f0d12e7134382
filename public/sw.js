/*
 * The one thing this worker does: where a page cannot be reached, it shows one that says so. It keeps that page and nothing else: no answer,
 * no card, no decision is ever stored here, and what is not a page never passes through it.
 */
/* global self, caches, fetch, Request */
const CACHE = "offline-1";
const OFFLINE = "/offline.html";

self.addEventListener("install", (event) => {
  // Where a browser can be told so, it asks the server by itself for what is no page, and neither starts this worker for it nor waits for it.
  event.addRoutes?.([{ condition: { not: { requestMode: "navigate" } }, source: "network" }]).catch(() => undefined);
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request(OFFLINE, { cache: "reload" }))));
});

self.addEventListener("activate", (event) => {
  const clean = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))));
  // The page is asked for while this worker starts, not after it.
  const ahead = self.registration.navigationPreload?.enable().catch(() => undefined);
  event.waitUntil(Promise.all([clean, ahead]).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  const page = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(event.request));
  event.respondWith(page.catch(() => caches.match(OFFLINE, { cacheName: CACHE })));
});
