/** The header in which our own server states the address of the peer; whatever a client sends under that name is overwritten by it. */
export const ADDRESS_HEADER = "x-countersign-address";

const ADDRESS = /^[0-9a-fA-F.:]{2,45}$/;

/** The address a request came from as our server states it, or null when no server of ours stands in front. */
export function clientAddress(headers: Readonly<Record<string, unknown>>): string | null {
  const stated = headers[ADDRESS_HEADER];
  return typeof stated === "string" && ADDRESS.test(stated) ? stated : null;
}
