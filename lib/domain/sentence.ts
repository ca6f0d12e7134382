/**
 * English texts by key. A name in braces is filled in, `{floor, number, ::.00}` has two decimals, and `{count, plural, one {# day} other {# days}}`
 * counts; no other form of a text stands in one.
 */
export type Texts = Readonly<Record<string, string>>;

/** The names in braces of a text, each with what may stand for it: `missing` and `of` of `{missing} of {of} days`. */
type Holes<Text> = Text extends `${string}{${infer Tail}` ? HolesFrom<Tail> : unknown;
type HolesFrom<Tail> = Tail extends `${infer Name}, plural, one {${string}} other {${string}}}${infer Rest}`
  ? Name extends `${string}}${string}`
    ? PlainHole<Tail>
    : Readonly<Record<Name, number>> & Holes<Rest>
  : PlainHole<Tail>;
type PlainHole<Tail> = Tail extends `${infer Name}}${infer Rest}`
  ? (Name extends `${infer Figure}, number, ::.00` ? Readonly<Record<Figure, number>> : Readonly<Record<Name, string | number>>) &
      Holes<Rest>
  : unknown;

/** The texts of a table that nothing is filled into. */
export type PlainKey<Table extends Texts> = {
  [Key in keyof Table & string]: unknown extends Holes<Table[Key]> ? Key : never;
}[keyof Table & string];

/**
 * A sentence before anybody reads it: which text of a table, and what is filled in. What is sent to machines or kept says it in English; a screen
 * says it in the language of whoever reads, from the catalogue, which takes the table over.
 */
export type Sentence<Table extends Texts> =
  | { readonly key: PlainKey<Table>; readonly values?: undefined }
  | {
      readonly [Key in Exclude<keyof Table & string, PlainKey<Table>>]: {
        readonly key: Key;
        readonly values: Holes<Table[Key]>;
      };
    }[Exclude<keyof Table & string, PlainKey<Table>>];

const HOLE = /\{(\w+)(?:, plural, one \{([^{}]*)\} other \{([^{}]*)\}|(, number, ::\.00))?\}/gu;
const NUMBERS = new Intl.NumberFormat("en");

type Filled = Readonly<Record<string, string | number>>;
/** A piece of a text: as it is, or what is made of the values. */
type Piece = string | ((filled: Filled) => string);

/** Each text is read once: policy says some twenty sentences for every proposal. As many as the tables have, and no more. */
const read = new Map<string, readonly Piece[]>();

/** A sentence of a table in English. */
export function inEnglish<Table extends Texts>(table: Table, { key, values }: Sentence<Table>): string {
  const text = table[key];
  if (values === undefined) return text;
  const filled: Filled = values ?? {};
  let says = "";
  for (const piece of piecesOf(text)) says += typeof piece === "string" ? piece : piece(filled);
  return says;
}

function piecesOf(text: string): readonly Piece[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: hole, 1: name = "", 2: one, 3: other = "", 4: decimals, index } of text.matchAll(HOLE)) {
    pieces.push(text.slice(from, index));
    if (one !== undefined) pieces.push((filled) => counted(Number(filled[name]), one, other));
    else if (decimals !== undefined) pieces.push((filled) => Number(filled[name]).toFixed(2));
    else pieces.push((filled) => String(filled[name] ?? hole));
    from = index + hole.length;
  }
  pieces.push(text.slice(from));
  read.set(text, pieces);
  return pieces;
}

function counted(count: number, one: string, other: string): string {
  return (count === 1 ? one : other).replace("#", () => NUMBERS.format(count));
}
