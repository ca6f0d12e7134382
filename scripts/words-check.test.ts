import { expect, test } from "vitest";

import { keysWithoutUse, pagesWithoutWords, textsThatDoNotFit } from "./words-check";

const ENGLISH = { desk: { left: "{count, plural, one {# item} other {# items}}", gone: "<who>{name}</who> left" } };

test("a translation may say it in any order, with exactly the values of the English text", () => {
  const right = { left: "Noch {count, plural, one {# Stück} other {# Stücke}}", gone: "Weg ist <who>{name}</who>" };
  expect(textsThatDoNotFit(ENGLISH, { en: ENGLISH, de: { desk: right } })).toEqual([]);
  const wrong = { left: "Noch einige", gone: "Weg ist {name} seit {when}" };
  expect(textsThatDoNotFit(ENGLISH, { de: { desk: wrong } })).toEqual([
    "lib/words/de desk left: has {}, the English text has {count}",
    "lib/words/de desk gone: has {name,when}, the English text has {name,who}",
  ]);
});

test("a text that is not well-formed is named", () => {
  expect(textsThatDoNotFit(ENGLISH, { de: { desk: { gone: "<who>nie geschlossen" } } })).toEqual([
    expect.stringMatching(/^lib\/words\/de desk gone: ./u),
  ]);
});

test("a key is used as a whole, or by a template with a fixed part that it fits", () => {
  const english = { desk: { page: "", "role.admin": "", "made.by": "", lost: "" } };
  const sources = new Map([["components/a.tsx", 't("page"); t(`role.${role}`); t(`${made}.by`); t(`${anything}`);']]);
  expect(keysWithoutUse(english, sources)).toEqual(["lib/words/en desk lost: nothing uses it"]);
});

/** A page that draws a component which asks for `desk`, through another file. */
function screen(page: string, layout = ""): ReadonlyMap<string, string> {
  return new Map([
    ["app/(dashboard)/layout.tsx", layout],
    ["app/(dashboard)/desk/page.tsx", `import { Screen } from "../../../components/screen";\n${page}`],
    ["components/screen.tsx", 'const Part = lazy(() => import("./part"));'],
    ["components/part.tsx", 'const t = useWords("desk");'],
  ]);
}

test("a page hands over what the components it reaches ask for, itself or by a frame around it", () => {
  expect(pagesWithoutWords(screen('<HandWords areas={["desk"]}>'))).toEqual([]);
  expect(pagesWithoutWords(screen("", '<HandWords areas={["shell", "desk"]}>'))).toEqual([]);
  expect(pagesWithoutWords(screen(""))).toEqual(["app/(dashboard)/desk/page.tsx: its components ask for `desk`: hand it over"]);
});

test("a page hands over nothing that no component of it asks for", () => {
  expect(pagesWithoutWords(screen('<HandWords areas={["desk", "people"]}>'))).toEqual([
    "app/(dashboard)/desk/page.tsx: none of its components asks for `people`",
  ]);
});
