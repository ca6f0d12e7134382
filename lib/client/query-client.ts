import { QueryClient } from "@tanstack/react-query";

/** A cache of what the server said. The event stream keeps it current, so nothing is refetched for being looked at. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false, retry: 1 } },
  });
}
