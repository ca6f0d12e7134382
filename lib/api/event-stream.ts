import { HEARTBEAT_MS } from "../domain/heartbeat";
import type { Answer } from "./answer";

/** What may lie unread for one reader; a reader that is slower is let go and resumes. */
const UNREAD_BYTES_MAX = 1024 * 1024;

export interface ServerEvent {
  readonly id?: number;
  readonly event: string;
  readonly data: unknown;
}

/** One open stream, from the server's side. Writing to a closed one does nothing. */
export interface EventWriter {
  send(event: ServerEvent): void;
  /** Sets the place from which the reader resumes, without an event. */
  mark(id: number): void;
  /** Resolves when the reader has caught up, or the stream is closed. */
  drained(): Promise<void>;
  /** Ends the stream; the reader comes back after `retryMs`. */
  close(retryMs?: number): void;
  /** Runs `leave` once when the stream ends, for whatever reason. */
  onClose(leave: () => void): void;
  /** Runs `beat` with each heartbeat. */
  onBeat(beat: () => void): void;
  readonly closed: boolean;
}

/** Proxies must pass each event on at once and uncompressed; nobody may keep it. */
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
  "content-encoding": "none",
} as const;

/**
 * An open stream of server-sent events. `start` runs at once; a failure of it ends the stream. However the stream ends (the reader leaves,
 * falls behind, loses its access, the server stops), every `onClose` runs exactly once.
 */
export function eventStream(signal: AbortSignal, start: (writer: EventWriter) => Promise<void>): Answer {
  const stream = new OpenStream(signal);
  start(stream).catch(() => {
    stream.close(HEARTBEAT_MS);
  });
  return { status: 200, headers: HEADERS, body: stream.readable };
}

class OpenStream implements EventWriter {
  readonly readable: ReadableStream<Uint8Array>;
  closed = false;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private readonly encoder = new TextEncoder();
  private readonly leavers: (() => void)[] = [];
  private readonly beats: (() => void)[] = [];
  private waitingForRoom: (() => void)[] = [];
  private readonly heartbeat: NodeJS.Timeout;

  constructor(signal: AbortSignal) {
    this.readable = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => {
          this.roomAgain();
        },
        cancel: () => {
          this.finish();
        },
      },
      { highWaterMark: UNREAD_BYTES_MAX, size: (chunk) => chunk.byteLength },
    );
    this.heartbeat = setInterval(() => {
      this.beat();
    }, HEARTBEAT_MS);
    this.heartbeat.unref();
    const abort = (): void => {
      this.close();
    };
    signal.addEventListener("abort", abort, { once: true });
    this.leavers.push(() => {
      signal.removeEventListener("abort", abort);
    });
    this.write(": connected\nretry: 2000\n\n");
    if (signal.aborted) this.close();
  }

  send({ id, event, data }: ServerEvent): void {
    // JSON has no line breaks of its own, so one data line holds it whatever the text inside.
    this.write(`${id === undefined ? "" : `id: ${String(id)}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  mark(id: number): void {
    this.write(`id: ${String(id)}\n\n`);
  }

  drained(): Promise<void> {
    if (this.closed || (this.controller?.desiredSize ?? 0) > UNREAD_BYTES_MAX / 2) return Promise.resolve();
    return new Promise((resolve) => this.waitingForRoom.push(resolve));
  }

  close(retryMs?: number): void {
    if (this.closed) return;
    if (retryMs !== undefined) this.write(`retry: ${String(retryMs)}\n\n`);
    const { controller } = this;
    this.finish();
    controller?.close();
  }

  onClose(leave: () => void): void {
    if (this.closed) leave();
    else this.leavers.push(leave);
  }

  onBeat(beat: () => void): void {
    this.beats.push(beat);
  }

  private beat(): void {
    this.write(": \n\n");
    for (const beat of this.beats) beat();
  }

  private write(text: string): void {
    if (this.closed || this.controller === null) return;
    this.controller.enqueue(this.encoder.encode(text));
    if ((this.controller.desiredSize ?? 0) <= 0) this.close();
  }

  private roomAgain(): void {
    for (const resolve of this.waitingForRoom.splice(0)) resolve();
  }

  /** INVARIANT: runs once; afterwards nothing of this stream is reachable from a timer or a listener. */
  private finish(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.heartbeat);
    this.roomAgain();
    for (const leave of this.leavers.splice(0)) leave();
    this.controller = null;
  }
}
