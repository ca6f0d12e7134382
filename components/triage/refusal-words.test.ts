import { expect, it } from "vitest";

import { PeopleApiError } from "../../lib/client/people-api";
import type { ErrorCode } from "../../lib/domain/error-codes";
import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { refusalWords } from "./refusal-words";

const english = makeWords<"desk">("en", compileArea("en", "desk"));
const german = makeWords<"desk">("de", compileArea("de", "desk"));

function refused(code: ErrorCode): PeopleApiError {
  return new PeopleApiError({ code, status: 409, detail: "version 3 came first: look at it again" });
}

it("tells an English reader what the server said of the very case", () => {
  expect(refusalWords(english, refused("stale"), "failed")).toBe("version 3 came first: look at it again");
});

it("tells other readers what the code means, in their language", () => {
  expect(refusalWords(german, refused("stale"), "failed")).toBe(
    "es hat sich seit der Anzeige geändert: Sehen Sie es noch einmal an",
  );
});

it("names a code that it has no words for", () => {
  expect(refusalWords(german, refused("policy_conflict"), "failed")).toBe("der Server hat es abgewiesen: policy_conflict");
});

it("says what the screen knows where no server answered", () => {
  expect(refusalWords(german, new TypeError("offline"), "nicht erreicht")).toBe("nicht erreicht");
});
