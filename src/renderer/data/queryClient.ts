import { QueryClient } from "@tanstack/react-query";
import { contract } from "#shared/contract/index.ts";
import type { AnyMethod, Topic } from "#shared/contract/define.ts";

/** Topics each query reads, by wire name: what makes its rows stale. */
const readsByName = new Map<unknown, readonly Topic[]>(
  Object.entries(contract).flatMap(([feature, methods]) =>
    Object.entries(methods).flatMap(([name, method]: [string, AnyMethod]) =>
      method.kind === "query" ? [[`${feature}.${name}`, method.reads] as const] : [],
    ),
  ),
);

/**
 * Rows live here and nowhere else. The core is on this machine, so no call ever waits for a network (`always`) and a
 * failed one is not tried again by itself; rows stay fresh until the core says that a topic changed.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** Makes every query that reads one of the topics stale; those on screen are asked again at once. */
export function invalidateTopics(queryClient: QueryClient, topics: readonly Topic[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => readsByName.get(queryKey[0])?.some((topic) => topics.includes(topic)) ?? false,
  });
}

/** Drops every answer that came out of a book; which books there are and which is open stays known. */
export function forgetRows(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith("casebook.") });
}
