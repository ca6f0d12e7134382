import { getRuntime } from "@/lib/runtime";

export const dynamic = "force-dynamic";

/** The same API as at the server's own door, for `next dev`, `next start` and serverless. */
async function answer(request: Request): Promise<Response> {
  const { api } = await getRuntime();
  return api.fetch(request);
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
