import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { HEARTBEAT_MS, SILENT_MS } from "../domain/heartbeat";
import type { Connection } from "./live-events";
import { followEvents } from "./live-events";

/** A stream as the browser has it, driven by the test. */
class Stream extends EventTarget {
  static readonly opened: Stream[] = [];
  closed = false;
  constructor() {
    super();
    Stream.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
  tell(type: string, data = "{}"): void {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

let heard: Connection[] = [];
let stop: () => void = () => undefined;

function follow(): Stream {
  stop = followEvents({
    onEvent: () => undefined,
    onOpen: () => undefined,
    onConnection: (connection) => heard.push(connection),
  });
  return newest();
}

function newest(): Stream {
  const stream = Stream.opened.at(-1);
  if (stream === undefined) throw new Error("no stream was opened");
  return stream;
}

beforeEach(() => {
  heard = [];
  Stream.opened.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the event stream of the desk", () => {
  it("is live for as long as beats or events come", () => {
    const stream = follow();
    stream.tell("open");
    for (let beat = 0; beat < 20; beat += 1) {
      vi.advanceTimersByTime(HEARTBEAT_MS);
      stream.tell(beat % 2 === 0 ? "beat" : "people");
    }
    expect(heard).toEqual(["live"]);
    expect(Stream.opened).toHaveLength(1);
  });

  it("is lost after two and a half missed beats of a server that hangs, and opened anew", () => {
    const stream = follow();
    stream.tell("open");
    vi.advanceTimersByTime(SILENT_MS - 1);
    expect(heard).toEqual(["live"]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(["live", "lost"]);
    expect(stream.closed).toBe(true);
    vi.advanceTimersByTime(1_000);
    newest().tell("open");
    expect(Stream.opened).toHaveLength(2);
    expect(heard).toEqual(["live", "lost", "live"]);
  });

  it("is lost too when a server takes the connection and never answers", () => {
    follow();
    vi.advanceTimersByTime(SILENT_MS);
    expect(heard).toEqual(["lost"]);
  });

  it("is one for all who follow it in a tab: who comes later is told what is stopped and that it runs", () => {
    const stream = follow();
    stream.tell("open");
    const told = { type: "stops", stops: [{ scope: "all", agent: null, by: "Grace", at: 1 }] };
    stream.tell("people", JSON.stringify(told));
    const later: unknown[] = [];
    const leave = followEvents({
      onEvent: (event) => later.push(event),
      onConnection: (connection) => later.push(connection),
      onOpen: () => later.push("read again"),
    });
    expect(later).toEqual(["live", told, "read again"]);
    expect(Stream.opened).toHaveLength(1);
    stop();
    expect(stream.closed).toBe(false);
    leave();
    expect(stream.closed).toBe(true);
  });

  it("says nothing any more once nobody follows it", () => {
    follow().tell("open");
    stop();
    vi.advanceTimersByTime(10 * SILENT_MS);
    expect(heard).toEqual(["live"]);
  });
});
