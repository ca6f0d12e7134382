import path from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";

/**
 * What the compiler finds in the code, then what the lint rules do, over one reading of it: what the compiler has worked out by then, the rules that
 * ask for types need not work out again. Finds what `tsc --noEmit` and `eslint --max-warnings 0 .` find between them.
 */
const ROOT = path.resolve(import.meta.dirname, "..");

const project = programOf("tsconfig.json");
const typed = typesHold(project);
const linted = await lintHolds([programOf("sdk/tsconfig.json"), project]);
process.exitCode = typed && linted ? 0 : 1;

/** Every file of a project, and what is wrong with its configuration thrown. */
function programOf(configuration) {
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(path.join(ROOT, configuration), {}, host);
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
}

function typesHold(program) {
  const found = ts.getPreEmitDiagnostics(program);
  const names = { getCurrentDirectory: () => ROOT, getCanonicalFileName: (name) => name, getNewLine: () => "\n" };
  console.log(`${ts.formatDiagnostics(found, names)}types: ${found.length} found`);
  return found.length === 0;
}

/** Each file is linted with the types of the first project that it belongs to. */
async function lintHolds(programs) {
  const typed = { files: ["**/*.ts", "**/*.tsx"], languageOptions: { parserOptions: { projectService: false, programs } } };
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: [typed] });
  const results = await eslint.lintFiles(["."]);
  const { format } = await eslint.loadFormatter("stylish");
  const found = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
  console.log(`${await format(results)}lint: ${found} found in ${results.length} files`);
  return found === 0;
}
