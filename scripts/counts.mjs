/**
 * What the runners said, in one shape: `{ passed, failed, skipped }`, where failed is a list of names and
 * skipped a list of names with reasons. A report that says it failed and names no failure is a failure itself.
 */
export const NOTHING = { passed: 0, failed: [], skipped: [] };

/** The sum of several counts. */
export function sum(counts) {
  return {
    passed: counts.reduce((total, count) => total + count.passed, 0),
    failed: counts.flatMap((count) => count.failed),
    skipped: counts.flatMap((count) => count.skipped),
  };
}

/** The last line of a test run. */
export function countsLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed.length} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}

/** Counts Vitest's JSON report. A file that could not be loaded counts as one failure, since none of its tests ran. */
export function countVitest(report) {
  const counts = { passed: 0, failed: [], skipped: [] };
  for (const file of report.testResults) {
    const failedBefore = counts.failed.length;
    for (const { status, fullName } of file.assertionResults) {
      if (status === "passed") counts.passed += 1;
      else if (status === "failed") counts.failed.push(fullName);
      else counts.skipped.push({ name: fullName, reason: "switched off in its file: its name says what it needs" });
    }
    if (file.status === "failed" && counts.failed.length === failedBefore) counts.failed.push(`${file.name}: ${file.message}`);
  }
  return counts;
}

/** Counts Playwright's JSON report. A flaky test is a failed one; an error outside of any test is a failure. */
export function countPlaywright(report) {
  const counts = { passed: 0, failed: (report.errors ?? []).map((error) => firstLine(error.message)), skipped: [] };
  for (const { title, spec } of report.suites.flatMap((suite) => specsOf(suite, []))) {
    for (const test of spec.tests) {
      if (test.status === "expected") counts.passed += 1;
      else if (test.status === "skipped") counts.skipped.push({ name: title, reason: reasonOf(test) });
      else counts.failed.push(title);
    }
  }
  return counts;
}

/** Counts a list of proofs: `{ name, holds }`, or `{ name, skipped: reason }` for one that could not be tried here. */
export function countProofs(proofs) {
  const counts = { passed: 0, failed: [], skipped: [] };
  for (const { name, holds, skipped } of proofs) {
    if (typeof skipped === "string") counts.skipped.push({ name, reason: skipped });
    else if (holds === true) counts.passed += 1;
    else counts.failed.push(name);
  }
  return counts;
}

function specsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = suite.specs.map((spec) => ({ title: [...titles, spec.title].join(" › "), spec }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, titles))];
}

function reasonOf(test) {
  const annotation = test.annotations.find(({ type }) => type === "skip" || type === "fixme");
  return annotation?.description ?? "it did not run, and does not say why";
}

function firstLine(text) {
  return String(text).split("\n", 1)[0];
}
