import { createFrameTransport, type FrameTransport } from "#shared/rpc/frameTransport.ts";
import type { Transport } from "#shared/rpc/transport.ts";
import type { DevtoolsSession } from "./devtoolsSession.ts";
import { APP_ORIGIN } from "./serveAssets.ts";

/** The isolated world of pageScript.ts; the binding exists in it alone, out of the page's reach. */
const WORLD = "hub-casebook-shell";
const BINDING = "callShell";
const DELIVER = "(frame) => globalThis.receiveFrame?.(frame)";

/**
 * Puts the page script into every document of the window and calls `onPage` with a transport for each document of the
 * application; it closes when the document goes (reload). Answers what closes them all, for when the window has gone.
 */
export async function connectPages(
  page: DevtoolsSession,
  mainFrameId: string,
  pageScript: string,
  onPage: (transport: Transport) => void,
): Promise<() => void> {
  const connections = new Map<number, FrameTransport>();
  const drop = (contextId: number) => {
    connections.get(contextId)?.markClosed();
    connections.delete(contextId);
  };

  page.on("Runtime.executionContextCreated", ({ context: { id, name, origin, auxData } }) => {
    if (name !== WORLD || origin !== APP_ORIGIN || auxData?.frameId !== mainFrameId) return;
    const deliver = (frame: string) => {
      const call = { functionDeclaration: DELIVER, executionContextId: id, arguments: [{ value: frame }] };
      // The document may be gone before the message arrives; its transport closes then.
      void page.send("Runtime.callFunctionOn", call).catch(() => undefined);
    };
    const connection = createFrameTransport(deliver, () => drop(id));
    connections.set(id, connection);
    onPage(connection.transport);
  });
  page.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
    if (name === BINDING) connections.get(executionContextId)?.accept(payload);
  });
  page.on("Runtime.executionContextDestroyed", ({ executionContextId }) => drop(executionContextId));
  const dropAll = () => {
    for (const id of [...connections.keys()]) drop(id);
  };
  page.on("Runtime.executionContextsCleared", dropAll);

  await page.send("Runtime.enable");
  await page.send("Runtime.addBinding", { name: BINDING, executionContextName: WORLD });
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source: pageScript, worldName: WORLD });
  return dropAll;
}
