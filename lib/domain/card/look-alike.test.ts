import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { hostFlags } from "../scripts";
import { houseOf } from "./email/house";
import { mailOf } from "./email/mail-arguments";
import { KnownDomains, lookAlikeOf, resembles } from "./look-alike";

const KNOWN = ["acme.com", "northwind-traders.com", "example.co.uk", "bmw.de"];

describe("a domain is flagged as the look-alike of a known one", () => {
  test.each([
    ["a digit for a letter", "paypa1.com", "paypal.com"],
    ["a digit for a letter", "micr0soft.com", "microsoft.com"],
    ["a capital I, lowered, for an l", "paypai.com", "paypal.com"],
    ["two letters that read as one", "rnicrosoft.com", "microsoft.com"],
    ["two letters that read as one", "acrne.com", "acme.com"],
    ["two letters that read as one", "northvvind-traders.com", "northwind-traders.com"],
    ["a hyphen that is missing", "northwindtraders.com", "northwind-traders.com"],
    ["a letter too many", "paypall.com", "paypal.com"],
    ["a letter too few", "gmal.com", "gmail.com"],
    ["two letters swapped", "outlokо.com".replace("о", "o"), "outlook.com"],
    ["another ending", "acme.co", "acme.com"],
    ["another ending", "northwind-traders.net", "northwind-traders.com"],
    ["a Cyrillic letter", "аcme.com", "acme.com"],
    ["a Greek letter", "pαypal.com", "paypal.com"],
    ["a whole word in Cyrillic", "асме.com", "acme.com"],
    ["a subdomain of the look-alike", "login.paypa1.com", "paypal.com"],
    ["the known domain in front", "acme.com.evil.io", "acme.com"],
    ["the known domain in the middle", "www.paypal.com.account-check.example", "paypal.com"],
    ["the known domain in front, its dot a hyphen", "acme-com.evil.io", "acme.com"],
    ["a word beside the name", "acme-billing.com", "acme.com"],
    ["a word before the name", "secure-paypal.com", "paypal.com"],
    ["one letter other, under a country's ending", "exampel.co.uk", "example.co.uk"],
  ])("%s: %s", (_, domain, other) => {
    expect(lookAlikeOf(domain, KNOWN)).toBe(other);
  });
});

describe("a domain is left alone", () => {
  test.each([
    ["which is known", "acme.com"],
    ["which belongs to a known one", "mail.acme.com"],
    ["which belongs to a familiar one", "accounts.paypal.com"],
    ["which a known one belongs to", "co.uk"],
    ["which shares no more than an ending", "contoso.com"],
    ["which is short and near by chance", "bmf.de"],
    ["whose name contains the known one as part of a word", "acmeters.com"],
    ["which is empty", ""],
  ])("%s: %s", (_, domain) => {
    expect(lookAlikeOf(domain, KNOWN)).toBeNull();
  });
});

describe("a mail provider", () => {
  test.each([
    "yahoo.de",
    "yahoo.com.br",
    "hotmail.fr",
    "mail.com",
    "ymail.com",
    "freenet.de",
    "orange.fr",
    "mail.ru",
    "comcast.net",
  ])("%s is no look-alike of another, and neither is what stands under it", (domain) => {
    expect(lookAlikeOf(domain, KNOWN)).toBeNull();
    expect(lookAlikeOf(`smtp.${domain}`, KNOWN)).toBeNull();
    expect(new KnownDomains([domain, "gmail.com", "yahoo.com"]).another(domain)).toBeNull();
  });

  test.each(["yahoo.de", "mail.com", "freenet.de", "comcast.net", "yahoo.co.uk"])("%s is nobody's own house", (domain) => {
    expect(houseOf(mailOf({ from: `me@${domain}` }, "mail.send"))).toBeNull();
  });

  test.each([
    ["gmai1.com", "gmail.com"],
    ["yah00.com", "yahoo.com"],
    ["yah00.de", "yahoo.de"],
    ["hotmai1.fr", "hotmail.fr"],
    ["gmail.co", "gmail.com"],
    ["grnx.de", "gmx.de"],
    ["yahoo.com.evil.io", "yahoo.com"],
    ["outlook-login.com", "outlook.com"],
  ])("is imitated: %s", (domain, other) => {
    expect(lookAlikeOf(domain, KNOWN)).toBe(other);
  });

  test.each(["mail-room.com", "live-events.com", "orange.com", "free-tools.net", "outlook.contoso.com", "comcast.com"])(
    "shares its name with others that mean no harm: %s",
    (domain) => {
      expect(lookAlikeOf(domain, KNOWN)).toBeNull();
    },
  );
});

describe("a host that is no plain ASCII name is flagged whatever is known", () => {
  test.each([
    ["аpple.com", ["non_ascii", "mixed_script"]],
    ["xn--pple-43d.com", ["punycode"]],
    ["login.XN--80AK6AA92E.com", ["punycode"]],
    ["асме.com", ["non_ascii"]],
    ["acme\u200b.com", ["non_ascii", "invisible"]],
    ["acme。com", ["non_ascii"]],
    ["acme.com", []],
    ["acme-billing.co.uk", []],
  ])("%j: %j", (host, flags) => {
    expect(hostFlags(host)).toEqual(flags);
  });
});

describe("many known domains", () => {
  const label = fc
    .stringMatching(/^(?:acme|acrne|pay|rn|a-b|bank)?[a-c1l.-]{0,4}$/u)
    .filter((text) => !/^[.-]|\.\.|[.-]$/u.test(text) && text !== "");
  const domain = fc.tuple(label, fc.constantFrom("com", "co.uk", "de")).map((parts) => parts.join("."));

  test("are found as one by one: a domain resembles one of them or none", () => {
    fc.assert(
      fc.property(fc.array(domain, { maxLength: 6 }), domain, (known, one) => {
        const belongs = known.some((other) => one === other || one.endsWith(`.${other}`));
        const plainly = belongs ? null : (known.find((other) => resembles(one, other)) ?? null);
        // The domains that everybody knows come after.
        const found = lookAlikeOf(one, known);
        expect(known.includes(found ?? "") ? found : null).toBe(plainly);
      }),
      { numRuns: 3_000 },
    );
  });

  test("are held against one another, each against the rest", () => {
    const known = new KnownDomains(["acme.com", "acrne.com", "other.example"]);
    expect([known.another("acrne.com"), known.another("other.example")]).toEqual(["acme.com", null]);
  });
});
