/** Words that hardly any sentence of a language does without, and that few others share. */
const COMMON: Readonly<Record<string, string>> = {
  en: "the and you your for with this that have will please our not from are was be to of is it we",
  de: "der die das und ist nicht sie wir ihre ihr mit für auf ein eine bitte haben wird den dem im zu von",
  fr: "le les des et est vous votre nous pour avec dans une pas que qui sur merci du au ce la je",
  es: "el los las y es usted su para con una que por no gracias del se lo la en nuestro pedido está",
  it: "il gli di e è per con una che non sono grazie del la le si suo nostro della ordine in ho",
  nl: "de het een en is niet uw wij voor met van dat op zijn wordt bedankt aan bij ook naar ik heeft",
  pt: "os e é para com uma que não obrigado do da seu sua nós por em está foi ao pedido você no",
};
const WORDS: ReadonlyMap<string, readonly string[]> = byWord();
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
];
/** Of a script that several languages share, only the script is known: what is given stands for it. */
const SHARED: ReadonlySet<string> = new Set(["ar", "ru", "hi", "zh"]);
const LOOKED_AT = 4_000;
const HITS_MIN = 3;
/** So much of the letters must be of one script. */
const MOSTLY = 0.5;

/** What a text is written in. `sure` is false where only its script is known, which several languages share. */
export interface LanguageGuess {
  /** A language tag: `de`. */
  readonly tag: string;
  readonly sure: boolean;
}

/** The language of `text`, by its script and its commonest words; null where too little speaks for one. */
export function guessLanguage(text: string): LanguageGuess | null {
  const part = text.slice(0, LOOKED_AT);
  return byScript(part) ?? byWords(part);
}

function byScript(part: string): LanguageGuess | null {
  const letters = (part.match(/\p{L}/gu) ?? []).length;
  const found = SCRIPTS.find(([, script]) => (part.match(script) ?? []).length > letters * MOSTLY);
  return found === undefined ? null : { tag: found[0], sure: !SHARED.has(found[0]) };
}

function byWords(part: string): LanguageGuess | null {
  const hits = new Map<string, number>();
  for (const word of part.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const tag of WORDS.get(word) ?? []) hits.set(tag, (hits.get(tag) ?? 0) + 1);
  }
  const [first, second] = [...hits].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < HITS_MIN || first[1] < 2 * (second?.[1] ?? 0)) return null;
  return { tag: first[0], sure: true };
}

function byWord(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const [tag, list] of Object.entries(COMMON)) {
    for (const word of list.split(" ")) words.set(word, [...(words.get(word) ?? []), tag]);
  }
  return words;
}
