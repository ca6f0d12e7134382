import path from "node:path";

import { wordsFromCatalogue } from "./eslint-words-rule.mjs";

/** Rules of the house that no published plugin states: each is a few lines, so each is read rather than trusted. */
export const countersignRules = {
  rules: {
    "words-from-catalogue": wordsFromCatalogue,
    /** A rule is switched off for one named reason: `// eslint-disable-next-line the-rule -- why`. */
    "explained-disable": {
      meta: {
        type: "problem",
        schema: [],
        messages: { unnamed: "name the rule that is switched off", unexplained: "say why after `--`" },
      },
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            const directive = /^\s*eslint-disable(?:-next-line|-line)?(?=\s|$)([\s\S]*)$/.exec(comment.value);
            if (directive === null) continue;
            const [rules = "", ...reason] = directive[1].split(/\s--\s/);
            // Column -1 lies before the comment: otherwise a blanket directive would silence its own report.
            const loc = { start: { line: comment.loc.start.line, column: -1 }, end: comment.loc.end };
            if (rules.trim() === "") context.report({ loc, messageId: "unnamed" });
            if (reason.join(" ").trim().length < 10) context.report({ loc, messageId: "unexplained" });
          }
        },
      }),
    },
    /** A file is named after what it holds, in kebab case. */
    "file-name": {
      meta: {
        type: "problem",
        schema: [],
        messages: { empty: "`{{name}}` says nothing about what is inside", kebab: "`{{name}}` is not kebab case" },
      },
      create: (context) => ({
        Program(node) {
          const name = path.basename(context.filename).replace(/\..*$/, "");
          if (/^(utils?|helpers?|misc|common|manager|data|info|shared)$|-(utils?|helpers?|manager)$/.test(name)) {
            context.report({ node, messageId: "empty", data: { name } });
          }
          if (!/^[a-z0-9-]*$/.test(name)) context.report({ node, messageId: "kebab", data: { name } });
        },
      }),
    },
  },
};
