import type { CountersignOptions } from "../../../sdk/src/index";
import { Countersign } from "../../../sdk/src/index";
import type { ApiUnderTest, TestAgent } from "../api-under-test";

/** The SDK's client of an agent, through the door under test. */
export function clientOf(api: ApiUnderTest, agent: TestAgent, more: Partial<CountersignOptions> = {}): Countersign {
  return new Countersign({
    url: api.ctx.baseUrl,
    apiKey: agent.key,
    fetch: async (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const { body, method } = init ?? {};
      const headers = Object.fromEntries(new Headers(init?.headers));
      const sent = typeof body === "string" ? { body } : {};
      return api.send(`${pathname.replace("/api/v1", "")}${search}`, {
        ...sent,
        headers,
        ...(method === undefined ? {} : { method }),
        ...(init?.signal instanceof AbortSignal ? { signal: init.signal } : {}),
      });
    },
    ...more,
  });
}
