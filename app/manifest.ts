import type { MetadataRoute } from "next";

/** What makes it installable on a phone. It names no workspace: whoever can load it is not signed in yet. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/queue",
    name: "Countersign",
    short_name: "Countersign",
    description: "Countersign what AI agents want to do.",
    start_url: "/queue",
    scope: "/",
    display: "standalone",
    background_color: "#f7f7f5",
    theme_color: "#f7f7f5",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
