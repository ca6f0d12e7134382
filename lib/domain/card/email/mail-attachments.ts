import { isJsonObject, type Json, type JsonObject } from "../../json";
import { visible } from "../spans";

/** One attached file as the arguments describe it. */
export interface Attachment {
  readonly name: string;
  /** Where it is taken from, where that was sent beside its name: what is sent is what lies there. */
  readonly source: string | null;
  readonly type: string | null;
  readonly bytes: number | null;
}

const NAMES = ["filename", "name"];
const SOURCES = ["path", "href", "url"];
const TYPES = ["type", "content_type", "contentType", "mime_type", "mimeType"];
const SIZES = ["size", "bytes"];
/** What a file of an ending is, and need not be said. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ...(["pdf", "json", "zip", "xml"] as const).map((ending) => [ending, `application/${ending}`] as const),
  ...(["png", "gif", "jpeg", "webp"] as const).map((ending) => [ending, `image/${ending}`] as const),
  ["jpg", "image/jpeg"],
  ...(["csv", "html"] as const).map((ending) => [ending, `text/${ending}`] as const),
  ["txt", "text/plain"],
  ["ics", "text/calendar"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
]);

/** What a value attaches; `whole` is false where it says anything that {@link attachmentText} does not. */
export interface Attached {
  readonly found: readonly Attachment[];
  readonly whole: boolean;
}

export function attachedIn(value: Json): Attached {
  if (value === null) return { found: [], whole: true };
  if (typeof value === "string") return { found: [{ name: value, source: null, type: null, bytes: null }], whole: true };
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const entries = list.map(attachedIn);
    return { found: entries.flatMap(({ found }) => found), whole: entries.every(({ whole }) => whole) };
  }
  return isJsonObject(value) ? fromObject(value) : { found: [UNNAMED], whole: false };
}

const UNNAMED: Attachment = { name: "unnamed", source: null, type: null, bytes: null };

function fromObject(value: JsonObject): Attached {
  const text = (keys: readonly string[]): string | null => {
    const found = keys.map((key) => value[key]).find((one) => typeof one === "string");
    return typeof found === "string" ? found : null;
  };
  const size = SIZES.map((key) => value[key]).find((one) => typeof one === "number" && one >= 0);
  const [name, source, type, bytes] = [text(NAMES), text(SOURCES), text(TYPES), typeof size === "number" ? size : null];
  const said = [name, source, type, bytes].filter((part) => part !== null).length;
  return {
    found: [{ name: name ?? source ?? "unnamed", source: name === null ? null : source, type, bytes }],
    whole: said > 0 && said === Object.keys(value).length,
  };
}

/** `invoice.pdf, 84 kB`; with where it is taken from, and what it is where its ending does not say so. */
export function attachmentText({ name, source, type, bytes }: Attachment): string {
  const size =
    bytes === null
      ? null
      : bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  const unusual = type !== null && USUAL.get(ending) !== type.toLowerCase();
  return [visible(name), source === null ? null : visible(source), unusual ? visible(type) : null, size]
    .filter((part) => part !== null)
    .join(", ");
}
