import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { withoutHandlers } from "./mail-handlers";

describe("the handlers of a message", () => {
  it.each([
    ["<img src=x onerror=alert(1)>", "<img src=x data-onerror=alert(1)>"],
    ["<img src='a' ONLOAD = 'b'>", "<img src='a' data-ONLOAD = 'b'>"],
    ["<svg/onload=alert(1)//>", "<svg/data-onload=alert(1)//>"],
    ['<a title="x>y" onclick=1>', '<a title="x>y" data-onclick=1>'],
    ['<a title=x" onclick=1>', '<a title=x" data-onclick=1>'],
    ['<a title="x"onclick=1>', '<a title="x"data-onclick=1>'],
    ["<a b= onclick=1>", "<a b= onclick=1>"],
    ["<a b=>text onclick=1", "<a b=>text onclick=1"],
    ["<a onclick", "<a data-onclick"],
    ["<a <img onerror=1>", "<a <img data-onerror=1>"],
    ['<!-- <a title=" --><img onerror=1>', '<!-- <a title=" --><img data-onerror=1>'],
    ["<!--><img onerror=1>", "<!--><img data-onerror=1>"],
    ["<!-- a --!><img onerror=1>", "<!-- a --!><img data-onerror=1>"],
    ["<style>a{b:'<i t=\"'}</style><img onerror=1>", "<style>a{b:'<i t=\"'}</style><img data-onerror=1>"],
    ["<svg><style><img onerror=1></style>", "<svg><style><img data-onerror=1></style>"],
    ['<p></b title="><a>"><img onerror=1>', '<p></b title="><a>"><img data-onerror=1>'],
    ['<! <a t="><img onerror=1>', '<! <a t="><img data-onerror=1>'],
    ['<? <a t="><img onerror=1>', '<? <a t="><img data-onerror=1>'],
  ])("have another name: %s", (html, expected) => {
    expect(withoutHandlers(html)).toBe(expected);
  });

  it.each(["onset = 3 and one < two onx=1", "<p>on time = now</p>", "a <3 onb=1", "</p onclick=1>", "<p class=on>"])(
    "are none of the text: %s",
    (html) => {
      expect(withoutHandlers(html)).toBe(html);
    },
  );

  it("are all that changes, of whatever text", () => {
    const piece = fc.constantFrom("<", ">", "a", "on", "x", " ", "=", '"', "'", "/", "!--", "-->", "style", "</style>", "é");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        expect(withoutHandlers(html).replaceAll("data-on", "on")).toBe(html);
      }),
    );
  });

  it("take time as the text is long, whatever it is made of", () => {
    // A million characters in a moment: what looks again from every place would take minutes.
    for (const part of ["<", "<a ", "<a b='", "<!--", "<a on", "////", "<style>", "<style></style>", "<title>"]) {
      expect(withoutHandlers(part.repeat(150_000)).length).toBeGreaterThanOrEqual(part.length * 150_000);
    }
  });
});
