import type { DestinationStream } from "pino";
import { pino } from "pino";
import { printable } from "./domain/printable";
import type { Env } from "./env";
import type { Log } from "./services/context";

/**
 * JSON lines on standard output, one an event; what could open a door never gets into one, nor a control character but the end of the line
 * (design: trust P5, H5).
 */
export function openLog({ logLevel }: Pick<Env, "logLevel">, destination?: DestinationStream): Log {
  const secret = ["authorization", "cookie", '["set-cookie"]', "password", "receipt", "key", "secret"];
  const options = {
    level: logLevel,
    base: null,
    redact: {
      paths: secret.flatMap((name) => [name, `*.${name}`.replace(".[", "["), `*.*.${name}`.replace(".[", "[")]),
      censor: "…",
    },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { error: pino.stdSerializers.err },
    // JSON leaves delete and C1 as they are: a terminal takes U+009B for the start of an order.
    hooks: { streamWrite: (line: string) => `${printable(line.trimEnd())}\n` },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
