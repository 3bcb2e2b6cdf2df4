import { requestCoreTransport } from "#shared/rpc/bridge.ts";
import type { Transport } from "#shared/rpc/transport.ts";

/** The connection to the core, from whichever shell opened this window. */
export const coreTransport: Promise<Transport> = requestCoreTransport(window);
