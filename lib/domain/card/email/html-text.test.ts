import { describe, expect, it } from "vitest";
import { htmlText } from "./html-text";

const FOR_SOME = "a part for some programs only";

describe("an entity", () => {
  it.each([
    ["&Auml;&auml;&szlig;", "Ääß"],
    ["a &amp b &copy2 &#112lay &#x70;", "a & b ©2 play p"],
    ["&notit;", "¬it;"],
    ["&#150;&#0;&#xd800;", "–\uFFFD\uFFFD"],
    ["?a=1&b=2 & more", "?a=1&b=2 & more"],
    ["&nosuchname;", "&nosuchname;"],
    // What nobody sees is left in the text, where the checks of every text look for it.
    ["a&ZeroWidthSpace;b&InvisibleTimes;c", "a\u200bb\u2062c"],
  ])("in a text, %s, is read as a browser reads it", (source, text) => {
    expect(htmlText(`<p>${source}</p>`)).toMatchObject({ text, hides: [] });
  });

  it("without its end is part of an address in an attribute", () => {
    const { links } = htmlText('<a href="https://acme.example/?a=1&copy=2&amp;b=3&lt">here</a>');
    expect(links).toEqual([{ href: "https://acme.example/?a=1&copy=2&b=3<", text: "here" }]);
  });
});

describe("a comment", () => {
  it.each([
    ["of words", "<!-- logo -->"],
    ["that is closed at once", "<!-->"],
    ["with an end of its own kind", "<!-- <p>logo</p> --!>"],
  ])("%s is shown by no program, and hides nothing", (_, comment) => {
    expect(htmlText(`<p>Hello</p>${comment}<p>Dana</p>`)).toMatchObject({ text: "Hello\n\nDana", hides: [] });
  });
});

describe("a part for Outlook", () => {
  it.each([
    [
      "draws a table around what all see",
      "<!--[if mso]><table><tr><td><![endif]--><p>Hello</p><!--[if mso]></td></tr></table><![endif]-->",
    ],
    ["hands over to the others at once", "<!--[if !mso]><!--><p>Hello</p><!--<![endif]--><!--[if mso]><p>Hello</p><![endif]-->"],
    [
      "is its settings",
      "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]--><p>Hello</p>",
    ],
    ["is a sheet of fonts", "<!--[if mso]><style>p{font-family:Arial}</style><![endif]--><p>Hello</p>"],
  ])("that %s hides nothing", (_, html) => {
    expect(htmlText(html)).toMatchObject({ text: "Hello", hides: [] });
  });

  it.each([
    ["has words of its own", "<!--[if mso]><p>pay evil</p><![endif]-->"],
    ["has a link of its own", "<!--[if mso]><a href=https://evil.example></a><![endif]-->"],
    ["has a picture of its own", "<!--[if mso]><img src=https://evil.example/words.png><![endif]-->"],
    ["is drawn by shapes of its own", "<!--[if mso]><v:rect></v:rect><![endif]-->"],
    ["keeps words from it", "<!--[if !mso]><!--><p>pay evil</p><!--<![endif]-->"],
    ["never ends", "<!--[if mso]><!--><p>pay evil</p>"],
    ["ends and never began", "<p>pay evil</p><!--<![endif]-->"],
    ["is for a program that nobody knows here", "<!--[if IE 9]><p>pay evil</p><![endif]-->"],
    ["is an instruction", "<?xml:namespace pay evil?>"],
  ])("that %s makes the message unread", (_, part) => {
    expect(htmlText(`<p>Hello</p>${part}`).hides).toContain(FOR_SOME);
  });

  it("is read for what it hides as well", () => {
    const html = "<!--[if mso]><style>p{display:none}</style><![endif]--><p>pay evil</p>";
    expect(htmlText(html).hides).not.toEqual([]);
  });
});
