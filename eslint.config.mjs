import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";
import { countersignRules } from "./scripts/eslint-rules.mjs";
import { WORDS_IN_ENGLISH } from "./scripts/words-in-english.mjs";

/** What the rules may not read for themselves: it arrives as an argument, so that history can be replayed. */
const AMBIENT = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "take the clock as an argument" },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "take the clock as an argument" },
  { selector: "CallExpression[callee.name='Date']", message: "take the clock as an argument" },
  {
    selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']",
    message: "take the clock as an argument",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "take randomness as an argument",
  },
  {
    selector:
      "CallExpression[callee.object.name='crypto'][callee.property.name=/^(randomUUID|randomBytes|getRandomValues|randomInt)$/]",
    message: "take randomness as an argument",
  },
  {
    selector: "CallExpression[callee.name=/^(randomUUID|randomBytes|getRandomValues|randomInt)$/]",
    message: "take randomness as an argument",
  },
];
const SUM = "AssignmentExpression[operator=/^[-+*]=$/]";
/** What is added to was read before the wait: what anybody else added meanwhile is lost. */
const SUM_ACROSS_WAIT = {
  selector: `:matches(${SUM} > AwaitExpression.right, ${SUM} > BinaryExpression.right > AwaitExpression)`,
  message: "The sum is read before it waits, and loses what was added meanwhile: wait first, then add.",
};
const PROCESS_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "only lib/env.ts reads the environment: take the value from there",
};
const DEFAULT_EXPORT = {
  selector: "ExportDefaultDeclaration",
  message: "export by name: only Next.js files need a default export",
};

/** Any text passes for one: what was meant to be held is not. */
const PATTERN_IN_OBJECT = {
  selector: "CallExpression[callee.property.name=/^(toMatchObject|objectContaining)$/] Property > Literal[regex]",
  message: "an object’s text is not held against a pattern: say expect.stringContaining or expect.stringMatching",
};

const TYPESCRIPT = ["**/*.ts", "**/*.tsx"];
const SCREENS = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"];
const TESTS = ["**/*.test.ts", "**/*.test.mjs", "**/*.contract.ts", "test/**", "e2e/**"];
/** Entry points that are run by hand or by a tool, and so may read the environment and print. */
const ENTRY_POINTS = [
  "scripts/**",
  "bench/**",
  "e2e/**",
  "test/**",
  "examples/**",
  "*.config.{ts,mjs,js}",
  ".dependency-cruiser.cjs",
];

export default tseslint.config(
  { ignores: ["**/.next/**", "dist/**", "data/**", "next-env.d.ts", "test-results/**", "playwright-report/**", "sdk/dist/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  {
    plugins: { countersign: countersignRules },
    rules: {
      "countersign/explained-disable": "error",
      "countersign/file-name": "error",
      complexity: ["error", { max: 15, variant: "modified" }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 50, skipComments: true }],
      "no-console": "error",
      "no-eval": "error",
      "no-param-reassign": "error",
      "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PROCESS_ENV],
      "no-var": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  // The rules of Next.js and React, for the screens; its parser settings for JavaScript and its TypeScript block are not ours.
  ...nextCoreWebVitals
    .filter((config) => config.name === "next" || config.name === "next/core-web-vitals")
    .map((config) => ({ ...config, files: SCREENS, ignores: TESTS })),
  { files: SCREENS, ignores: TESTS, rules: { "react/no-danger": "error" } },
  {
    files: SCREENS,
    ignores: [...TESTS, ...WORDS_IN_ENGLISH.map((place) => (/\.tsx?$/.test(place) ? place : `${place}/**`))],
    rules: { "countersign/words-from-catalogue": "error" },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // A fifth of the time of all rules between them: there are no enums here, and the compiler knows the classes apart that have private parts.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PROCESS_ENV, DEFAULT_EXPORT],
    },
  },
  {
    files: ["lib/domain/**/*.ts", "lib/services/**/*.ts"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PROCESS_ENV, DEFAULT_EXPORT, ...AMBIENT] },
  },
  { files: ["lib/env.ts"], rules: { "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, DEFAULT_EXPORT] } },
  { files: ["app/**/*.{ts,tsx}"], rules: { "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PROCESS_ENV] } },
  {
    // Markup is long before it is complicated, and each `&&` in it counts as a branch.
    files: ["components/**/*.tsx", "app/**/*.tsx"],
    rules: {
      "max-lines-per-function": ["error", { max: 150, skipComments: true }],
      complexity: ["error", { max: 20, variant: "modified" }],
    },
  },
  // A hook is the handlers that it returns.
  { files: ["**/use-*.ts"], rules: { "max-lines-per-function": ["error", { max: 100, skipComments: true }] } },
  { files: TESTS, rules: { "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PROCESS_ENV, DEFAULT_EXPORT, PATTERN_IN_OBJECT] } },
  { files: ENTRY_POINTS, rules: { "no-console": "off", "no-restricted-syntax": ["error", SUM_ACROSS_WAIT] } },
  {
    files: ["test/**", "e2e/**", "scripts/**/*.test.*"],
    rules: { "no-restricted-syntax": ["error", SUM_ACROSS_WAIT, PATTERN_IN_OBJECT] },
  },
  // A title with its claim reads as one function; the file limit still holds. What a test calls, the product calls too, and is told there.
  { files: TESTS, rules: { "max-lines-per-function": "off", "@typescript-eslint/no-deprecated": "off" } },
);
