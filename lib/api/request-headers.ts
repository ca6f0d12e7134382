import { LIMITS } from "../contract/proposal";
import { AppError } from "../services/app-error";

/** 1 to 255 visible ASCII characters: what every proxy and log carries unchanged. */
const VISIBLE = /^[\x21-\x7e]{1,255}$/;

/** The `Idempotency-Key` of a request, null without one. Throws `invalid_header` for one that could be mangled on the way. */
export function idempotencyKey(request: Request, lengthMax: number = LIMITS.idempotencyKeyLength): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (VISIBLE.test(key) && key.length <= lengthMax) return key;
  throw new AppError(
    "invalid_header",
    `\`Idempotency-Key\` must be 1 to ${String(lengthMax)} visible ASCII characters, sent once`,
  );
}

/**
 * Seconds of `Prefer: wait=n` (RFC 7240 §4.3), capped; 0 without one. Other preferences are left alone, as the RFC asks; a wait that is not
 * a number is refused, or an agent would poll in a tight loop without knowing why.
 */
export function preferredWait(request: Request): number {
  const header = request.headers.get("prefer");
  if (header === null) return 0;
  for (const preference of header.split(",")) {
    const [name = "", value = ""] = (preference.split(";")[0] ?? "").split("=", 2);
    if (name.trim().toLowerCase() !== "wait") continue;
    const seconds = value.trim().replace(/^"(.*)"$/, "$1");
    if (!/^\d{1,10}$/.test(seconds)) {
      throw new AppError("invalid_header", "`Prefer: wait=n` takes whole seconds, such as wait=25");
    }
    // The first of several counts (RFC 7240 §2).
    return Math.min(Number(seconds), LIMITS.waitSeconds);
  }
  return 0;
}

/** The ledger's place after which a stream resumes; null to start from now. */
export function lastEventId(request: Request): number | null {
  const header = request.headers.get("last-event-id");
  if (header === null || header === "") return null;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw new AppError(
    "invalid_cursor",
    "`Last-Event-ID` must be an id of this stream: connect without it and read your proposals",
  );
}
