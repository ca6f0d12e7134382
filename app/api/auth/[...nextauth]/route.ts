import type { AuthRouteSegment } from "@/lib/auth/auth-route";
import { answerAuth } from "@/lib/auth/auth-route";
import { getRuntime } from "@/lib/runtime";

async function answer(request: Request, segment: AuthRouteSegment): Promise<Response> {
  const { ctx, sessionSecret } = await getRuntime();
  return answerAuth(ctx, sessionSecret, request, segment);
}

export { answer as GET, answer as POST };
