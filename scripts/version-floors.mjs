/**
 * The oldest version of each major that may be in the lock file, wherever it stands in the tree; a major that is not named here is refused.
 * Older ones have holes that reach this product (SECURITY.md says how to tell us of another).
 */
export const FLOORS = {
  next: ["16.3.3"], // remote code execution in the image optimiser and on Windows; requests past the proxy
  react: ["19.2.6"], // remote code execution through server functions
  "react-dom": ["19.2.6"],
  "next-auth": ["4.24.15"], // an error that passed for a session
  "@auth/core": ["0.41.3"],
  "better-sqlite3": ["12.8.0", "13.0.0"], // SQLite 3.51.3: a log that could be corrupted when it was reset
  nodemailer: ["9.0.1"],
};

/** Every package of a lock file that is older than its floor, in words. */
export function belowFloors(packages, floors = FLOORS) {
  return Object.entries(packages).flatMap(([where, { version = "" }]) => {
    const name = where.slice(where.lastIndexOf("node_modules/") + "node_modules/".length);
    const allowed = Object.hasOwn(floors, name) && where.includes("node_modules/") ? floors[name] : null;
    if (allowed === null || allowed.some((floor) => reaches(version, floor))) return [];
    return [`${where} is ${version}: at least ${allowed.join(" or ")}, older ones have known holes`];
  });
}

/** Whether a version is of the floor's major and not older. What comes before a release is older than it. */
function reaches(version, floor) {
  const [[major, minor, patch], [ofMajor, ofMinor, ofPatch]] = [version, floor].map((one) => one.split(/[.-]/).map(Number));
  if (version.includes("-") || major !== ofMajor) return false;
  return minor > ofMinor || (minor === ofMinor && patch >= ofPatch);
}
