import { describe, expect, it } from "vitest";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { EVERYDAY_DESIGNED } from "../fixtures/everyday-designed";
import { HIDDEN_MAIL } from "../fixtures/hidden-mail";
import { HIDDEN_SHEETS } from "../fixtures/hidden-sheets";
import { readCard } from "../read-card";

function mail(part: string, html: string): Card {
  return readCard(cardInput("email", { action: "email.send", arguments: { to: ["dana@acme.example"], [part]: html } }));
}

const HTML: readonly (readonly [string, string])[] = [
  ...[
    ["not displayed", "display:none"],
    ["invisible", "visibility:hidden"],
    ["collapsed", "visibility: collapse"],
    ["skipped", "content-visibility:hidden"],
    ["transparent", "opacity:0"],
    ["white, of a share in a unit that nobody knows", "color:#fff;opacity:1zz"],
    ["nearly transparent by a filter", "filter:opacity(0)"],
    ["of no height", "max-height:0;overflow:hidden"],
    ["of no line", "line-height:0"],
    ["far left", "position:absolute;left:-9999px"],
    ["moved away", "transform:translate(-9999px)"],
    ["scaled to nothing", "transform:scale(0)"],
    ["indented away", "text-indent:-9999px"],
    ["clipped", "clip:rect(0,0,0,0)"],
    ["clipped by a path", "clip-path:inset(50%)"],
    ["masked", "mask-image:none"],
    ["behind", "position:relative;z-index:-1"],
    ["without size", "font-size:0"],
    ["of one pixel", "font-size:1px"],
    ["of one point, in short", "font:1pt/1 serif"],
    ["of a tenth", "font-size:0.1em"],
    ["white", "color:#fff"],
    ["white in the end", "color:#000;color:#fff"],
    ["of one pixel in the end", "font-size:14px;font-size:1px"],
    ["nearly white", "color:#fdfdfd"],
    ["ivory", "color:ivory"],
    ["white in figures", "color: rgb(255, 255, 255)"],
    ["see-through", "color:rgba(0,0,0,0)"],
    ["transparent ink", "color:transparent"],
    ["of a colour nobody can read", "color:color-mix(in srgb, white, white)"],
    ["of a colour set elsewhere", "color:var(--ink)"],
    ["nearly see-through", "color:rgb(0 0 0 / 1%)"],
    ["white by its hue", "color:hsl(0, 0%, 100%)"],
    ["white by eight digits", "color:#00000000"],
    ["black on a black run", "background:linear-gradient(#000,#000);color:#000"],
    ["black at one end of a run", "background-image:linear-gradient(90deg, #fff 0%, #000 1%);color:black"],
    ["over a picture", "background-image:url(https://evil.example/black.png)"],
    ["over a ground set elsewhere", "background:var(--ground);color:#000"],
    ["on its own colour", "background:#123456;color:#123457"],
    ["written in escapes", "d\\69splay:n\\6fne"],
    ["written in entities", "dis&#112;lay:none"],
    ["split by a comment", "display/**/:none"],
    ["turned round", "direction:rtl;unicode-bidi:bidi-override"],
    ["squeezed", "letter-spacing:-1em"],
    ["hidden from Outlook", "mso-hide:all"],
  ].map(([name = "", style = ""]): readonly [string, string] => [name, `<p>Hello</p><p style="${style}">pay evil</p>`]),
  [
    "of the colour of the table it is in",
    '<table bgcolor="#000080"><tr><td><font color="navy">pay evil</font></td></tr></table>',
  ],
  ["white by its font", '<font color="#ffffff">pay evil</font>'],
  ["with a body of white ink", '<body text="white"><p>pay evil</p></body>'],
  ["hidden by an attribute", "<p hidden>pay evil</p>"],
  ["hidden by a sheet", "<style>.x{display:none}</style><p class=x>pay evil</p>"],
  ["white by a sheet", "<style>p{color:#fff}</style><p>pay evil</p>"],
  ["added by a sheet", "<style>p::after{content:'pay evil'}</style><p>Hello</p>"],
  ["of a sheet from elsewhere", "<style>@import 'https://evil.example'</style><p>Hello</p>"],
  ["in letters that came along", "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}</style><p>Hello</p>"],
  [
    "white in a cell that is white by a run",
    '<p style="background:linear-gradient(#fff,#fff)"><font color="white">pay evil</font></p>',
  ],
  ["of a link to a sheet", "<link rel=stylesheet href=https://evil.example><p>Hello</p>"],
  ["in a comment that never ends", "<p>Hello</p><!-- pay evil"],
  ["for Outlook only", "<p>Hello</p><!--[if mso]><p>pay evil</p><![endif]-->"],
  ["in a declaration", "<p>Hello</p><![CDATA[pay evil]]>"],
  ["in an instruction", "<p>Hello</p><?pay evil?>"],
  ...[
    "script",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "video",
    "canvas",
    "form",
    "select",
    "textarea",
    "dialog",
    "details",
    "datalist",
    "noframes",
    "xmp",
    "marquee",
    "button",
    "option",
  ].map((element): readonly [string, string] => [`in a ${element} element`, `<p>Hello</p><${element}>pay evil</${element}>`]),
  ["that goes on elsewhere", '<meta http-equiv="refresh" content="0;url=https://evil.example"><p>Hello</p>'],
  ["that moves its links", "<base href=https://evil.example><p>Hello</p>"],
  ["in an input", "<p>Hello</p><input value='pay evil'>"],
  ["that runs when it loads", '<p onload="alert(1)">Hello</p>'],
  ["with a tag that never ends", "<p>Hello</p><p title='pay evil"],
  ["deeper than browsers nest", `${"<div>".repeat(501)}pay evil`],
  [
    "beside more attributes than are compared",
    `<p${Array.from({ length: 301 }, (_, at) => ` a${String(at)}`).join("")}>pay evil</p>`,
  ],
  ["as a picture", "<p>Hello <img src=https://evil.example/words.png></p>"],
];

describe("HTML that hides", () => {
  it.each([...HTML, ...HIDDEN_MAIL, ...HIDDEN_SHEETS])(
    "a text %s makes the message unread, whichever part it is sent in",
    (_, html) => {
      for (const part of ["html", "body"]) {
        const card = mail(part, html);
        expect(card.fullyReadable, part).toBe(false);
        expect(predict({ card, treatment: "review", device: "keyboard" }).lane, part).toBe("deep");
      }
    },
  );

  it.each([
    ["plain paragraphs", "<p>Hello <b>Dana</b>,</p><p style='color:#333;font-size:14px;line-height:1.5'>it ships tomorrow.</p>"],
    [
      "white words on a dark button",
      "<a style='background:#123456;color:#fff;padding:8px' href='https://acme.example/x'>Track it</a>",
    ],
    ["white words in a dark cell", "<table><tr><td bgcolor='#123456'><span style='color:#ffffff'>Acme</span></td></tr></table>"],
    ["a sheet for its looks", "<style>p{color:#333;margin:0 0 8px}.head{background:#123456;color:#fff}</style><p>Hello.</p>"],
    [
      "ink that lets its ground through",
      "<p style='color:rgba(0,0,0,.87)'>Hello <span style='color:rgb(0 0 0 / 60%)'>Dana</span></p>",
    ],
    ["ink by its hue", "<p style='color:hsl(210deg 50% 40%)'>Hello <b style='color:#333c'>Dana</b></p>"],
    ["white words on a run of colours", "<p style='background:linear-gradient(90deg, #123456, #345678);color:#fff'>Acme</p>"],
    [
      "a font from elsewhere",
      "<style>@font-face{font-family:Inter;src:url(https://acme.example/i.woff2)}p{font-family:Inter}</style><p>Hello.</p>",
    ],
    [
      "words in comments, which no program shows,",
      "<p>Hello</p><!-- pay evil --><!-- <p>pay --!><!--> <!---><b>Dana</b><!-- -- -->",
    ],
    ["no picture and a colour behind it", "<p style='background:#123456 none;color:#fff'>Acme</p>"],
    ...EVERYDAY_DESIGNED.map(([name, html]): [string, string] => [name, html]),
  ])("%s hide nothing", (_, html) => {
    expect(mail("html", html).unreadable).toEqual([]);
  });

  it.each([
    ["elements of no name", (at: number) => `<x${String(at)}>`],
    ["cells without an end", () => "<td>"],
    ["attributes", (at: number) => ` a${String(at)}="`],
    ["attributes of one tag", (at: number) => (at === 0 ? "<p" : ` a${String(at)}`)],
    ["bodies that come late", (at: number) => `<body a${String(at)}>`],
    ["documents that begin anew", (at: number) => `<html a${String(at)}>`],
    ["letters that no paragraph ends", (at: number) => (at < 400 ? `<font a${String(at)}>` : "<p>x</p>")],
    ["blocks in letters", (at: number) => (at === 0 ? "<b><div>" : at === 29_999 ? "</b>" : "<br>")],
    ["elements beside the cells of a table", (at: number) => (at === 0 ? "<table>" : "<br>")],
    ["styles that nobody can read", (at: number) => `<p style="a;a;a;a${String(at)}">`],
    ["comments that do not end", () => "<!--"],
    ["sheets", () => "<style>"],
    ["rules, as many as elements", (at: number) => `<style>.a${String(at)} p b{color:#333}</style><p class=a><b>x</b></p>`],
  ] as const)("a quarter of a megabyte of %s is read like any other", (_, part) => {
    const html = Array.from({ length: 30_000 }, (_each, at) => part(at))
      .join("")
      .slice(0, 262_144);
    expect(mail("html", `<p>Hello</p>${html}`).diff?.type).toBe("text");
  });

  it.each([
    "translate",
    "scale",
    "font",
    "opacity:0",
    "color:",
    "background:",
    "/*",
    "left:",
    "url(",
    "{",
    "a{",
    "@media a{)",
    "a{b;}",
    ":not(",
    "&amp",
    " ",
  ])("a quarter of a megabyte of %j in a style or a sheet is read like any other", (part) => {
    const css = part.repeat(262_144 / part.length);
    for (const html of [`<p style="${css}">Hello</p>`, `<style>${css}</style><p>Hello</p>`]) {
      expect(mail("html", html).diff?.type).toBe("text");
    }
  });
});
