import { endpoint } from "./endpoint";
import { Health, KeySet } from "./service";

export const receiptKeys = endpoint({
  id: "receiptKeys",
  method: "GET",
  path: "/receipts/keys",
  who: "public",
  scope: null,
  area: "Running",
  summary: "Read the keys that verify receipts",
  status: 200,
  reply: KeySet,
  problems: [],
});

export const healthLive = endpoint({
  id: "healthLive",
  method: "GET",
  path: "/health/live",
  who: "public",
  scope: null,
  area: "Operations",
  summary: "Is the process alive",
  status: 200,
  reply: Health,
  problems: [],
});

export const healthReady = endpoint({
  id: "healthReady",
  method: "GET",
  path: "/health/ready",
  who: "public",
  scope: null,
  area: "Operations",
  summary: "Can it take work",
  description: "503 while the database takes no writes, while no policy could be loaded and while the server shuts down.",
  status: 200,
  reply: Health,
  problems: ["unavailable"],
});

export const metrics = endpoint({
  id: "metrics",
  method: "GET",
  path: "/metrics",
  who: "metrics",
  scope: "metrics",
  area: "Operations",
  summary: "Scrape figures",
  description: "Needs no key on a server that serves its own machine only; else a key with the scope `metrics`.",
  status: 200,
  reply: { mediaType: "text/plain", description: "Prometheus text format 0.0.4." },
  problems: [],
});

export const openApi = endpoint({
  id: "openApi",
  method: "GET",
  path: "/openapi.json",
  who: "public",
  scope: null,
  area: "Operations",
  summary: "This document",
  status: 200,
  reply: { mediaType: "application/json", description: "OpenAPI 3.1." },
  problems: [],
});
