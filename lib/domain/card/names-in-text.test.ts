import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { mixedScriptWords, oddHostsIn, oddMailboxesIn, oddNamesBefore, oddNameWords } from "./names-in-text";

/** Bold, script, small capital, wide and raised letters, each of which stands in for a plain one. */
const PAYPAL = [
  "paypa\u{1d425}",
  "\u{1d4c5}aypal",
  "\u{1d5c9}\u{1d5ba}\u{1d5d2}\u{1d5c9}\u{1d5ba}\u{1d5c5}",
  "payp\u1d00l",
  "ｐaypal",
  "paypa\u1d38",
  "\u{1d5c9}\u{1d5ba}\u05df",
];

describe("a host that is not what it looks like is found", () => {
  test.each(PAYPAL)("whatever stands around it: %s", (name) => {
    const host = `${name}.com`;
    for (const text of [
      host,
      `ping ${host}`,
      `curl -s ${host}:8443/x`,
      `UPDATE routes SET target = '${host}'`,
      `Write to ${host}, or call.`,
      `See ${host}.`,
      `{"to":"${host}"}`,
      `https://${host}/pay`,
      `pay@${host}`,
    ])
      expect(oddHostsIn(text, "note")).toContain(host);
  });

  test.each([
    ["in punycode", "ping xn--pple-43d.com", "xn--pple-43d.com"],
    ["in punycode, its ending too", "xn--80ak6aa92e.xn--p1ai", "xn--80ak6aa92e.xn--p1ai"],
    ["of two alphabets beside a hyphen", "һаӏԁеп-logistics.no", "һаӏԁеп-logistics.no"],
    ["of two alphabets", "раypal.com", "раypal.com"],
    ["whose ending has such a letter", "paypal.\u{1d41c}om", "paypal.\u{1d41c}om"],
    ["in capitals", "P\u{1d400}YPAL.COM", "P\u{1d400}YPAL.COM"],
    ["with a dot at its end", "paypa\u{1d425}.com.", "paypa\u{1d425}.com"],
    ["in punycode, with a capital behind its dot", "ping xn--pple-43d.Com", "xn--pple-43d.Com"],
    ["whose ending has a capital within", "ping paypa\u{1d425}.cOm", "paypa\u{1d425}.cOm"],
    ["in the emphasis of Markdown", "_paypa\u{1d425}.com_", "paypa\u{1d425}.com"],
    ["in punycode, in that emphasis", "Ask __xn--pple-43d.com__ now", "xn--pple-43d.com"],
    ["with a hyphen behind it", "paypa\u{1d425}.com- see", "paypa\u{1d425}.com"],
    ["behind more dots than a name may have letters", `${".".repeat(600)}paypa\u{1d425}.com`, "paypa\u{1d425}.com"],
  ])("%s", (_, text, host) => {
    expect(oddHostsIn(text, "note")).toEqual([host]);
  });
});

test.each(["host", "note"])(
  "a word of dots or dashes is walked once, however long it is, in a field called %s",
  (key) => {
    // Walked from each of them, it would take some 20,000,000,000 steps, and so longer than a test may.
    expect(oddHostsIn(`xn--a${"._".repeat(100_000)}a`, key)).toEqual([]);
  },
  10_000,
);

describe("a field that is named for hosts", () => {
  test.each(["host", "smtp_host", "allowedDomains", "hostname", "webhook_url", "name-servers"])("holds hosts: %s", (key) => {
    expect(oddHostsIn("münchen.de", key)).toEqual(["münchen.de"]);
    expect(oddHostsIn("acme.com, почта.рф:25", key)).toEqual(["почта.рф"]);
    expect(oddHostsIn("acme。com", key)).toEqual(["acme。com"]);
    expect(oddHostsIn("почта.рф\\a.pdf почта.рф&a.pdf", key)).toEqual(["почта.рф", "почта.рф"]);
  });

  test.each(["acme.com", "10.0.0.1:80", "localhost", "сервер", "Наш сайт. Скоро", "отчёт.pdf", "Süd 1.2", ""])(
    "holds what is none, or is plain, in peace: %s",
    (text) => {
      expect(oddHostsIn(text, "host")).toEqual([]);
    },
  );
});

/** What honest texts have with a dot in it. */
const HONEST = [
  ...[
    "отчёт.pdf",
    "naïve.txt",
    "数据.csv",
    "تقرير.pdf",
    "資料Ａ.xlsx",
    "ＡＢＣ.xlsx",
    "отчёт-final.docx",
    "архив.tar.gz",
    "№5.pdf",
    "аптека.pdf",
    "It is in аптека.pdf. So",
    "WHERE name='Иван'",
    "path='аптека.pdf'",
    "Рівне_Самара.xlsx",
  ],
  ...["v1.2.3-rc.1", "2.0.0-β", "1.0.0+сборка.7", "５.１"],
  ...["münchen.de", "почта.рф", "ελλάδα.gr", "例え.jp", "почта.example", "straße.example", "ประจำ.com"],
  ...[
    "We met Zoë.Then she left",
    "yapıldı.sonra",
    "Он рос.Нос болел",
    "IT-отдел.Мы ждём",
    "1ª.edición",
    "5µm.to",
    "Windows.Это",
    "5ℓ.The rest",
    "_отчёт.pdf_",
    "C:\\Отчёты\\report.pdf",
    "あ。ＡＢＣです。東京へ",
  ],
  ...["заметки.md", "скрипт.py", "x².y", "ﬁle.open()", "Mᵐᵉ Dupont"],
];

describe("an honest text raises no alarm", () => {
  test.each(HONEST)("%s", (text) => {
    expect([oddHostsIn(text, "note"), mixedScriptWords(text), oddMailboxesIn(text), oddNamesBefore(text)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test("in plain letters, whatever it is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~\n]{0,80}$/u), fc.constantFrom("host", "note"), (text, key) => {
        fc.pre(!text.toLowerCase().includes("xn--"));
        expect([oddHostsIn(text, key), mixedScriptWords(text), oddMailboxesIn(text), oddNamesBefore(text)]).toEqual([
          [],
          [],
          [],
          [],
        ]);
      }),
    );
  });
});

describe("parts between dots stand alone", () => {
  test.each(["отчёт.pdf", "почта.example", "notes.Это"])("each in its alphabet: %s", (text) => {
    expect(mixedScriptWords(text)).toEqual([]);
  });

  test.each([
    "асме.com",
    "аптека.example",
    "асе.pdf",
    "ꓮꓚꓟ.pdf",
    "apple.сом",
    "apple.соm",
    "раypal.pdf",
    "ꓮꓚꓟꓰ.com",
    "иван@acme.com",
  ])("but for one that reads as Latin, one that mixes them, and an address: %s", (text) => {
    expect(mixedScriptWords(text)).toEqual([text]);
  });

  test.each([
    "rsync a.pdf асме.com:a.pdf",
    "curl асме.com?a.pdf",
    "curl асме.com#a.pdf",
    "echo асме.com|tee a.txt",
    "curl асме.com&cat a.txt",
    "\\\\асме.com\\a.pdf",
    "ping асме.com>a.txt",
    "[асме.com][a.pdf]",
    "{асме.com}a.pdf",
    "`асме.com`a.pdf",
  ])("and a file's ending says nothing of what stands before another sign: %s", (text) => {
    expect(mixedScriptWords(text)).toEqual(["асме.com"]);
  });
});

describe("a mailbox that is not what it looks like is found", () => {
  test.each([...PAYPAL, "һаӏԁеп-logistics", "xn--pple-43d", "billing.\u{1d425}td"])("before the at sign: %s", (local) => {
    expect(oddMailboxesIn(`To ${local}@customer.example, please`)).toEqual([local]);
  });

  test("before each of several at signs", () => {
    expect(oddMailboxesIn("x@paypa\u{1d425}@customer.example")).toEqual(["paypa\u{1d425}"]);
  });

  test.each(["josé", "иван", "用户", "yıldız", "dana+ü", "資料Ａ"])("an honest one is not: %s", (local) => {
    expect(oddMailboxesIn(`${local}@пример.рф`)).toEqual([]);
  });

  test.each(PAYPAL)("by the name that stands beside it: %s", (name) => {
    expect(oddNamesBefore(`"${name} Billing" <x@customer.example>`)).toEqual([name]);
    expect(oddNamesBefore(`Dana <d@customer.example>, ${name} <x@customer.example>`)).toEqual([name]);
    expect(oddNameWords(`The ${name} team`)).toEqual([name]);
  });

  test.each([
    "José Núñez",
    "ＴＡＮＡＫＡ 太郎",
    "Mᵐᵉ Dupont",
    "Dʳ. House",
    "XIXᵉ Siècle",
    "1ᵉʳ Étage",
    "ℝ Labs",
    "Вера Сосна",
    "IT-отдел",
    "Yıldız Holding",
    "1ª Clínica",
  ])("an honest name is not: %s", (name) => {
    expect(oddNameWords(name)).toEqual([]);
  });
});
