import type { Socket } from "node:net";
import { createConnection, createServer } from "node:net";
import { freePort } from "../free-port";

/** What a client may say about itself at the start; poolers refuse the rest, as it would hold for one server connection only. */
const KNOWN = new Set(["user", "database", "client_encoding", "application_name"]);
const SSL_REQUEST = 80_877_103;

interface Backend {
  readonly socket: Socket;
  /** Who has it until the end of its transaction. */
  client: Client | null;
}

interface Client {
  readonly socket: Socket;
  backend: Backend | null;
  /** What it sent while no server connection was free. */
  waiting: Buffer[];
  /** Queries sent whose end has not come yet. */
  open: number;
}

export interface TransactionPooler {
  readonly url: string;
  /** Server connections, all of which are lent to everybody in turn. */
  readonly size: number;
  close(): void;
}

/**
 * A pooler in transaction mode, as small as one can be: a client has a server connection from its first message until the server says that
 * no transaction is open, and most likely another one the next time. Speaks version 3 of the protocol; signs in with a clear password.
 */
export async function transactionPooler(serverUrl: string, size: number): Promise<TransactionPooler> {
  const server = new URL(serverUrl);
  const free: Backend[] = await Promise.all(Array.from({ length: size }, () => signIn(server)));
  const queue: Client[] = [];
  const lend = (): void => {
    while (queue.length > 0 && free.length > 0) {
      const [client, backend] = [queue.shift(), free.shift()];
      if (client === undefined || backend === undefined) return;
      client.backend = backend;
      backend.client = client;
      for (const bytes of client.waiting.splice(0)) backend.socket.write(bytes);
    }
  };
  const giveBack = (backend: Backend): void => {
    if (backend.client !== null) backend.client.backend = null;
    backend.client = null;
    free.push(backend);
    lend();
  };
  for (const backend of free) {
    backend.socket.on(
      "data",
      messages((bytes, type, body) => {
        const { client } = backend;
        client?.socket.write(bytes);
        if (type !== "Z" || client === null) return;
        client.open -= 1;
        if (client.open === 0 && body.toString("latin1") === "I") giveBack(backend);
      }),
    );
  }
  const send = (client: Client, bytes: Buffer, type: string): void => {
    if (type === "X") return;
    if (type === "Q" || type === "S") client.open += 1;
    if (client.backend !== null) client.backend.socket.write(bytes);
    else {
      client.waiting.push(bytes);
      if (!queue.includes(client)) queue.push(client);
      lend();
    }
  };
  const port = await freePort();
  const pooler = createServer((socket) => {
    const client: Client = { socket, backend: null, waiting: [], open: 0 };
    welcome(socket, (bytes, type) => {
      send(client, bytes, type);
    });
    socket.on("error", () => socket.destroy());
    // A transaction that its client left is rolled back; its connection goes back when the server says so.
    socket.on("close", () => {
      queue.splice(0, queue.length, ...queue.filter((each) => each !== client));
      if (client.backend !== null) {
        client.open += 1;
        client.backend.socket.write(message("Q", "rollback\0"));
      }
    });
  });
  await new Promise<void>((resolve) => pooler.listen(port, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  url.port = String(port);
  return {
    url: url.href,
    size,
    close: () => {
      pooler.close();
      for (const { socket } of free) socket.destroy();
    },
  };
}

/** Calls back with each whole message: all of its bytes, its type and its body. */
function messages(take: (bytes: Buffer, type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 5 && held.length >= 1 + held.readUInt32BE(1)) {
      const end = 1 + held.readUInt32BE(1);
      const bytes = held.subarray(0, end);
      held = held.subarray(end);
      take(bytes, String.fromCharCode(bytes[0] ?? 0), bytes.subarray(5));
    }
  };
}

/** Lets anybody in who says nothing that a pooler would refuse, and passes its messages on from then on. */
function welcome(socket: Socket, take: (bytes: Buffer, type: string) => void): void {
  const onward = messages(take);
  const first = (chunk: Buffer): void => {
    if (chunk.readUInt32BE(4) === SSL_REQUEST) {
      socket.write("N");
      socket.once("data", first);
      return;
    }
    const said = chunk.subarray(8, chunk.readUInt32BE(0)).toString().split("\0");
    const unknown = said.filter((name, index) => index % 2 === 0 && name !== "" && !KNOWN.has(name));
    if (unknown.length > 0) {
      socket.end(message("E", `SFATAL\0C08P01\0Munsupported startup parameter: ${unknown.join(", ")}\0\0`));
      return;
    }
    socket.write(Buffer.concat([message("R", "\0\0\0\0"), message("K", "\0\0\0\x01\0\0\0\x01"), message("Z", "I")]));
    socket.on("data", onward);
  };
  socket.once("data", first);
}

function signIn(server: URL): Promise<Backend> {
  const socket = createConnection(Number(server.port), server.hostname);
  const parameters = `user\0${server.username}\0database\0${server.pathname.slice(1)}\0client_encoding\0UTF8\0\0`;
  const start = Buffer.alloc(8);
  start.writeUInt32BE(8 + Buffer.byteLength(parameters), 0);
  start.writeUInt32BE(196_608, 4);
  socket.write(Buffer.concat([start, Buffer.from(parameters)]));
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    const listen = messages((_, type, body) => {
      if (type === "R" && body.readUInt32BE(0) === 3) socket.write(message("p", `${decodeURIComponent(server.password)}\0`));
      if (type === "E") reject(new Error(body.toString()));
      if (type !== "Z") return;
      socket.removeListener("data", listen);
      resolve({ socket, client: null });
    });
    socket.on("data", listen);
  });
}

function message(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.write(type, 0, "latin1");
  bytes.writeUInt32BE(bytes.length - 1, 1);
  bytes.write(body, 5);
  return bytes;
}
