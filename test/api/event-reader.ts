/** Reads server-sent events as a client would (WHATWG HTML §9.2), one at a time. */
export class EventReader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private text = "";
  /** The id after which a reader would resume. */
  lastId: string | null = null;

  constructor(response: Response) {
    if (response.body === null) throw new Error("a stream has a body");
    this.reader = response.body.getReader();
  }

  /** The next event; null when the stream has ended. */
  async next(): Promise<{ readonly event: string; readonly data: unknown } | null> {
    for (;;) {
      const end = this.text.indexOf("\n\n");
      if (end === -1) {
        const { done, value } = await this.reader.read();
        if (done) return null;
        this.text += this.decoder.decode(value, { stream: true });
        continue;
      }
      const lines = this.text.slice(0, end).split("\n");
      this.text = this.text.slice(end + 2);
      this.lastId = field(lines, "id") ?? this.lastId;
      const data = field(lines, "data");
      if (data !== null) return { event: field(lines, "event") ?? "message", data: JSON.parse(data) };
    }
  }

  async leave(): Promise<void> {
    await this.reader.cancel();
  }
}

function field(lines: readonly string[], name: string): string | null {
  const line = lines.find((candidate) => candidate.startsWith(`${name}: `));
  return line === undefined ? null : line.slice(name.length + 2);
}
