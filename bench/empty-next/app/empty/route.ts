/** The least that Next.js can answer: what every figure of the hot path is compared with. */
export function POST(): Response {
  return Response.json({});
}
