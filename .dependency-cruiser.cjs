/**
 * Who may import whom. Each rule's name is the sentence that a violation prints.
 * Tests sit beside what they test and may reach anything; nothing that ships may reach a test.
 */
const TEST_FILE = "\\.(test|contract)\\.(ts|mjs)$";
const OURS = "^(app|bench|components|db|e2e|examples|lib|scripts|sdk|test)/|^(server|proxy)\\.ts$";
/** Folders and files that may import anything of ours. */
const TOP = "^(bench|e2e|examples|scripts|test)/|^lib/runtime\\.ts$|^server\\.ts$";

/** `folder` may import itself and what `allowed` matches, and nothing else of ours. */
const only = (name, folder, allowed) => ({
  name,
  severity: "error",
  from: { path: `^${folder}/`, pathNot: TEST_FILE },
  to: { path: OURS, pathNot: [`^${folder}/`, ...allowed] },
});

/** The packages that `packages` matches may be imported only from `places`. */
const packageOnly = (name, packages, places) => ({
  name,
  severity: "error",
  from: { path: OURS, pathNot: [TEST_FILE, ...places] },
  to: { path: packages },
});

module.exports = {
  forbidden: [
    only("the domain imports nothing of ours", "lib/domain", []),
    only("the contract imports only the domain", "lib/contract", ["^lib/domain/"]),
    only("the client imports only the contract and the domain", "lib/client", ["^lib/(contract|domain)/"]),
    only("services import only the domain and the store's types", "lib/services", ["^lib/domain/", "^db/store/"]),
    {
      name: "services import the store's types and never its code",
      severity: "error",
      from: { path: "^lib/services/", pathNot: TEST_FILE },
      to: { path: "^db/", dependencyTypesNot: ["type-only"] },
    },
    // The runtime too: a page or an action knows nothing but its request, and asks who is behind it.
    only("sign-in imports only services, the domain and the runtime", "lib/auth", [
      "^lib/(domain|services)/",
      "^lib/runtime\\.ts$",
      // The shapes of records, as the services have them: types only.
      "^db/store/types\\.ts$",
    ]),
    only("the API imports only the contract, services, sign-in and the domain", "lib/api", [
      "^lib/(auth|contract|domain|services)/",
    ]),
    only("the database imports only the domain", "db", ["^lib/domain/"]),
    only("the texts import only the domain", "lib/words", ["^lib/domain/"]),
    only("components import only components, the client, the contract, the texts and the domain", "components", [
      "^lib/(client|contract|domain|words)/",
      // What is drawn on the server asks in which language, once a request.
      "^lib/auth/request-language\\.ts$",
    ]),
    only("primitives know no product words but their own", "components/ui", ["^components/words/"]),
    only("screens import components and lib, never the database", "app", ["^components/", "^lib/"]),
    only("the SDK imports nothing of ours", "sdk", []),
    {
      name: "only the composition root opens the database",
      severity: "error",
      from: { path: OURS, pathNot: [TEST_FILE, TOP, "^db/"] },
      to: { path: "^db/open\\.ts$" },
    },
    {
      name: "what ships imports no test, script or benchmark",
      severity: "error",
      from: { path: "^(app|components|db|lib|sdk)/|^server\\.ts$", pathNot: TEST_FILE },
      to: { path: ["^(bench|e2e|examples|scripts|test)/", TEST_FILE] },
    },
    {
      name: "what runs in a browser imports nothing of Node",
      severity: "error",
      from: { path: "^(components|lib/client|lib/contract|lib/domain)/", pathNot: TEST_FILE },
      to: { dependencyTypes: ["core"] },
    },
    packageOnly("only the database knows its drivers and drizzle", "^node_modules/(better-sqlite3|drizzle-orm|pg)/", [
      "^(bench|db)/",
      // Makes databases for tests, and looks at them from outside.
      "^test/postgres/",
      // Edits the record behind the store's back, as whoever owns the file can.
      "^scripts/proof/tamper\\.ts$",
    ]),
    packageOnly("only sign-in knows next-auth", "^node_modules/next-auth/", ["^lib/auth/", "^app/api/auth/"]),
    packageOnly("only the API and its two doors know hono", "^node_modules/(hono|@hono)/", [
      "^lib/api/",
      "^app/api/v1/",
      "^server\\.ts$",
    ]),
    packageOnly("only screens, sign-in and the server know Next.js", "^node_modules/next/", [
      "^(app|components|lib/auth)/",
      "^(server|proxy)\\.ts$",
    ]),
    packageOnly("only what is shown knows React", "^node_modules/(react|react-dom|@tanstack|radix-ui|lucide-react)/", [
      "^(app|components|lib/client)/",
      // For its memory of one request: the frame and the page ask alike who is looking, and in which language.
      "^lib/auth/(current-person|request-language)\\.ts$",
    ]),
    // It reads ahead what is made in vain, and is shipped to every screen for that.
    packageOnly("links are our own and not the framework's", "^node_modules/next/(dist/client/)?(app-dir/)?link", []),
    {
      name: "nothing imports in a circle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "every file is reached by something",
      severity: "error",
      // Found by name and not by import: the files of app/, entry points, what is handed to a browser, and what configures a tool.
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^(app|public|scripts|bench/empty-next)/",
          "/in-page\\.js$",
          "^[^/]+\\.(cjs|mjs|js)$",
          "^[^/]+\\.config\\.ts$",
        ],
      },
      to: {},
    },
    {
      name: "every import is found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "every package is declared",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "what ships needs no development package",
      severity: "error",
      from: { path: "^(app|components|db|lib|sdk)/|^server\\.ts$", pathNot: TEST_FILE },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|sdk/dist|data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count: a layer that knows another's types knows the layer.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
