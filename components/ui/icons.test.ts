import * as lucide from "lucide-react";
import type { ComponentType } from "react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import * as frame from "../shell/frame-icons";
import * as ours from "./icons";
import * as later from "./icons-later";

/** What is drawn inside the `svg`. */
function shapes(icon: ComponentType): string {
  return renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
}

test("each icon has the shapes that Lucide gives to its name", () => {
  for (const [name, icon] of Object.entries({ ...ours, ...later, ...frame })) {
    const theirs: unknown = Reflect.get(lucide.icons, name) ?? Reflect.get(lucide, name);
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the package exports nothing by these names but components
    expect(shapes(icon), name).toBe(shapes(theirs as ComponentType));
  }
});

test("an icon says nothing to a screen reader, and is drawn as its user says", () => {
  const drawn = renderToStaticMarkup(createElement(ours.Check, { className: "size-4", strokeWidth: 2.25 }));
  expect(drawn).toContain('aria-hidden="true"');
  expect(drawn).toContain('class="size-4"');
  expect(drawn).toContain('stroke-width="2.25"');
});
