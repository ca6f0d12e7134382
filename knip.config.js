/** What nothing uses: files, exports and packages. Entry points are named; there is no list of exceptions. */
export default {
  workspaces: {
    ".": {
      // What another script starts, and what Next.js or npm would start, is not imported by anything.
      entry: [
        "server.ts",
        "db/thread.sqlite.mjs",
        "public/sw.js",
        "scripts/demo.ts",
        "scripts/proof/crash-writer.ts",
        "test/store-writer.ts",
        "{bench,scripts/proof}/in-page.js",
        "scripts/proof/shown-in-page.js",
        "bench/empty-next/**",
        "test/cluster/cluster-server.ts",
        "scripts/{bundle-server,check-*}.mjs",
        "scripts/check-words.ts",
        "examples/**/*.{ts,mjs}",
      ],
      project: ["**/*.{ts,tsx,mjs,cjs,js,css}", "!sdk/**"],
    },
    sdk: { entry: ["src/index.ts"], project: ["**/*.ts"] },
  },
  // Part of Debian's util-linux: it limits the file size of a child, as a full disk would.
  ignoreBinaries: ["prlimit"],
  // An export that its own file uses is not dead, only generous.
  ignoreExportsUsedInFile: true,
  // Style sheets import packages too.
  compilers: {
    css: (text) => [...text.matchAll(/@(?:import|plugin)\s+["']([^"']+)["']/g)].map(([, name]) => `import "${name}";`).join("\n"),
  },
};
