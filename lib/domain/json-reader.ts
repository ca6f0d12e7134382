import { endOfNumber, exactNumber } from "./exact-number";
import type { Json } from "./json";
import { jsonPointer } from "./json-pointer";

/** Bounds on one JSON text; the size of the body is capped before it is decoded. */
export interface JsonLimits {
  /** Containers inside one another; the outermost counts as 1. */
  readonly depthMax: number;
  /** Keys of one object. */
  readonly keysMax: number;
  /** Length of one string or key in UTF-8 bytes. */
  readonly stringBytesMax: number;
}

/** Stops the reader; never leaves `parseStrictJson`. */
export class Unacceptable extends Error {
  readonly offset: number;
  constructor(detail: string, offset: number) {
    super(detail);
    this.offset = offset;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const LONE_SURROGATE = /\p{Surrogate}/u;
const SHORT = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries(SHORT));

/**
 * Reads one JSON text in one pass, with the rules of `parseStrictJson`, which is the way in.
 * A reader of our own and not a check before `JSON.parse`, because on this path the second pass costs as much as the first.
 */
export class JsonReader {
  private readonly text: string;
  private readonly limits: JsonLimits;
  /** The key or index being read at each depth; stale beyond `depth`. */
  private readonly path: (string | number)[] = [];
  /** Where each element of an outermost array starts and ends. */
  private readonly ends: (readonly [from: number, to: number])[] = [];
  private depth = 0;
  private at = 0;

  constructor(text: string, limits: JsonLimits) {
    this.text = text;
    this.limits = limits;
  }

  document(): Json {
    if (this.text.charCodeAt(0) === 0xfeff) this.fail("the text starts with a byte order mark: send it without");
    if (Number.isNaN(this.next())) this.fail("the text is empty: send a JSON value");
    const value = this.value();
    if (!Number.isNaN(this.next())) this.fail("something follows the JSON value: send one value and nothing after it");
    return value;
  }

  /** The elements of the outermost array that was read, as they are written, without the white space around them. */
  elementTexts(): string[] {
    return this.ends.map(([from, to]) => this.text.slice(from, to));
  }

  /** Where reading stopped. Long keys are cut: they are the sender's. */
  pointer(): string {
    const cut = this.path.slice(0, this.depth).map((part) => Array.from(String(part).slice(0, 200)).slice(0, 64).join(""));
    return jsonPointer(cut);
  }

  private fail(detail: string, at: number = this.at): never {
    throw new Unacceptable(detail, at);
  }

  /** Skips white space; answers the next code unit, NaN at the end. */
  private next(): number {
    let code = this.text.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      this.at += 1;
      code = this.text.charCodeAt(this.at);
    }
    return code;
  }

  private value(): Json {
    switch (this.next()) {
      case QUOTE:
        return this.string();
      case OPEN_BRACE:
        return this.object();
      case OPEN_BRACKET:
        return this.array();
      case 0x74:
        return this.word("true", true);
      case 0x66:
        return this.word("false", false);
      case 0x6e:
        return this.word("null", null);
      default:
        return this.number();
    }
  }

  private word<Value extends boolean | null>(spelling: string, value: Value): Value {
    if (!this.text.startsWith(spelling, this.at)) this.fail("this is not a JSON value: quote it if it is text");
    this.at += spelling.length;
    return value;
  }

  private enter(): number {
    const { depthMax } = this.limits;
    if (this.depth >= depthMax) this.fail(`values are nested more than ${String(depthMax)} deep: send a flatter value`);
    this.at += 1;
    this.depth += 1;
    return this.depth - 1;
  }

  private object(): Json {
    const level = this.enter();
    const object: Record<string, Json> = {};
    let count = 0;
    this.path[level] = "";
    if (this.next() === CLOSE_BRACE) return this.leave(level, object);
    for (;;) {
      if (this.next() !== QUOTE) this.fail("a key is missing: write it in double quotes");
      const keyAt = this.at;
      const key = this.string();
      this.path[level] = key;
      count += 1;
      this.checkKey(object, key, count, keyAt);
      if (this.next() !== COLON) this.fail("a colon is missing after a key");
      this.at += 1;
      object[key] = this.value();
      const code = this.next();
      if (code === CLOSE_BRACE) return this.leave(level, object);
      if (code !== COMMA) this.fail("a comma or a closing brace is missing");
      this.at += 1;
    }
  }

  private checkKey(object: Record<string, Json>, key: string, count: number, at: number): void {
    const { keysMax } = this.limits;
    // INVARIANT: assigning an accepted key only ever makes an own property.
    if (key === "__proto__" || key === "constructor" || key === "prototype") {
      this.fail("a key has a name to which JavaScript gives a meaning: rename it", at);
    }
    if (Object.hasOwn(object, key)) this.fail("a key appears twice and parsers differ on which one counts: send it once", at);
    if (count > keysMax) this.fail(`an object has more than ${String(keysMax)} keys: send fewer, or a list`, at);
  }

  private array(): Json {
    const level = this.enter();
    const array: Json[] = [];
    this.path[level] = 0;
    if (this.next() === CLOSE_BRACKET) return this.leave(level, array);
    for (;;) {
      this.path[level] = array.length;
      this.next();
      const from = this.at;
      array.push(this.value());
      if (level === 0) this.ends.push([from, this.at]);
      const code = this.next();
      if (code === CLOSE_BRACKET) return this.leave(level, array);
      if (code !== COMMA) this.fail("a comma or a closing bracket is missing");
      this.at += 1;
    }
  }

  private leave<Value>(level: number, value: Value): Value {
    this.at += 1;
    this.depth = level;
    return value;
  }

  private string(): string {
    const { text } = this;
    const start = this.at + 1;
    let wide = false;
    for (let end = start; ; end += 1) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) {
        this.at = end + 1;
        return this.checked(text.slice(start, end), start - 1, wide);
      }
      if (code === BACKSLASH) return this.escaped(start, end);
      // Spelled so that NaN, the end of the text, stops here too.
      if (!(code >= 0x20)) this.failInside(end);
      if (code > 0x7f) wide = true;
    }
  }

  /** A string with escapes: the part up to `from` is read already. */
  private escaped(start: number, from: number): string {
    const { text } = this;
    let value = text.slice(start, from);
    let plain = from;
    for (let end = from; ;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) {
        this.at = end + 1;
        return this.checked(value + text.slice(plain, end), start - 1, true);
      }
      if (!(code >= 0x20)) this.failInside(end);
      if (code !== BACKSLASH) {
        end += 1;
        continue;
      }
      const letter = text.charAt(end + 1);
      const hex = text.slice(end + 2, end + 6);
      const short = ESCAPES.get(letter);
      if (short === undefined && !(letter === "u" && /^[0-9a-fA-F]{4}$/.test(hex))) {
        this.fail("a backslash in a string starts no known escape: write it twice", end);
      }
      value += text.slice(plain, end) + (short ?? String.fromCharCode(Number.parseInt(hex, 16)));
      end += short === undefined ? 6 : 2;
      plain = end;
    }
  }

  private failInside(at: number): never {
    if (at >= this.text.length) this.fail("a string is not closed", at);
    return this.fail("a string contains a raw control character: escape it", at);
  }

  private checked(value: string, at: number, wide: boolean): string {
    const { stringBytesMax } = this.limits;
    const bytes = wide && value.length * 3 > stringBytesMax ? new TextEncoder().encode(value).length : value.length;
    if (bytes > stringBytesMax) this.fail(`a string is longer than ${String(stringBytesMax)} bytes: shorten it`, at);
    if (!wide) return value;
    if (LONE_SURROGATE.test(value)) this.fail("a string has half a surrogate pair: send well-formed Unicode", at);
    // PostgreSQL's text cannot hold it, and whatever is written in C ends the string there: shown would not be what runs.
    if (value.includes("\0")) this.fail("a string contains U+0000, which other systems cut the text at: remove it", at);
    return value;
  }

  private number(): number {
    const end = endOfNumber(this.text, this.at);
    if (end === this.at) this.fail("this is not a JSON value: quote it if it is text");
    const value = exactNumber(this.text.slice(this.at, end));
    if (value === null) this.fail("a number is malformed, or not exact in double precision: send it as a string");
    this.at = end;
    return value;
  }
}
