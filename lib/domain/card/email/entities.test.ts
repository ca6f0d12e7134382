import { describe, expect, it } from "vitest";
import { decoded } from "./entities";

describe("an entity", () => {
  it.each([
    ["&Auml;&auml;&szlig;", "Ääß"],
    ["a &amp b &copy2 &#112lay &#x70;", "a & b ©2 play p"],
    ["&notit;", "¬it;"],
    ["&#150;&#0;&#xd800;", "–\uFFFD\uFFFD"],
    ["?a=1&b=2 & more", "?a=1&b=2 & more"],
  ])("in a text, %s, is read as a browser reads it", (source, text) => {
    expect(decoded(source, "text").text).toBe(text);
  });

  it("without its end is part of an address in an attribute", () => {
    expect(decoded("?a=1&copy=2&amp;b=3&lt", "attribute").text).toBe("?a=1&copy=2&b=3<");
  });

  it.each([
    ["&InvisibleTimes;", false],
    ["&eacute;", true],
    ["&nosuchname", true],
  ])("by the name %s is known: %s", (source, known) => {
    expect(decoded(source, "text").known).toBe(known);
  });
});
