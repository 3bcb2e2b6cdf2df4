import { QueryClientProvider } from "@tanstack/react-query";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import type { Contract } from "#shared/contract/index.ts";
import type { Connection } from "#shared/rpc/createClient.ts";
import type { Client } from "./api.ts";
import { createQueryClient, invalidateTopics } from "./queryClient.ts";

const ClientContext = createContext<Client | null>(null);

export type CoreProviderProps = {
  connection: Connection<Contract>;
  /** Told when the core died and was started anew: no casebook is open any more. */
  onRestarted: () => void;
  children: ReactNode;
};

/** Gives the window its connection to the core, and keeps the rows on screen in step with it. */
export function CoreProvider({ connection, onRestarted, children }: CoreProviderProps) {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => connection.onChanged((topics) => invalidateTopics(queryClient, topics)), [connection, queryClient]);
  useEffect(() => connection.onRestarted(onRestarted), [connection, onRestarted]);
  return (
    <ClientContext value={connection.client}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

/** The typed client, for calls that are neither shown (`useRead`) nor a button's work (`useCommand`). */
export function useClient(): Client {
  const client = use(ClientContext);
  if (client === null) throw new Error("no connection to the core: CoreProvider is missing");
  return client;
}
