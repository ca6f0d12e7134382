import { expect, it } from "vitest";
import { registrableName } from "./registrable-name";

it.each([
  ["acme.de", "acme.de"],
  ["www.acme.de", "acme.de"],
  ["a.b.acme.co.uk", "acme.co.uk"],
  ["acme.com.au", "acme.com.au"],
  ["acme.github.io", "acme.github.io"],
  ["files.s3.amazonaws.com", "files.s3.amazonaws.com"],
  ["10.0.0.1", "10.0.0.1"],
  ["[::1]", "[::1]"],
  ["localhost", "localhost"],
  ["", ""],
])("%s is owned as %s", (host, name) => {
  expect(registrableName(host)).toBe(name);
});
