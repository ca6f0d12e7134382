/**
 * Headers that never vary, also where Next.js answers without server.ts in front of it.
 * No content security policy: it carries a nonce, server.ts sets it on each request, and one from here would replace it.
 */
const SECURITY_HEADERS = [
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()" },
  // Not `no-referrer`: it makes a browser send `Origin: null` with a plain form, and the origin is checked.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
];

/** @type {import("next").NextConfig} */
export default {
  // Nothing is fetched at build or run time: no upgrade checks, no image optimiser, no files written for tools.
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // A recorded run of tool calls is imported as one file of at most 8 MB.
    serverActions: { bodySizeLimit: "8mb" },
  },
  // In development too: what a server action is called with may be a password.
  logging: { serverFunctions: false },
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Native addons, and pino, which starts its transports by file name.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  // Types are one step of `npm test`, over every file of the project: checking them again here would only make a first start slower.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  headers: () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};
