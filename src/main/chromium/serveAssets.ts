import type { AppAssets } from "#main/appAssets.ts";
import type { DevtoolsEventParams } from "./devtoolsEvents.ts";
import type { DevtoolsSession } from "./devtoolsSession.ts";

/** Answered by no server: `.internal` is reserved for private use, and the shell answers before a name is looked up. */
export const APP_ORIGIN = "https://app.internal";

/**
 * Takes every request of the page: those for the application's own files are answered from the disk, all others fail.
 * `onRefused` hears the address of each that was refused.
 */
export async function serveAssets(
  page: DevtoolsSession,
  assets: AppAssets,
  onRefused: (url: string) => void,
): Promise<void> {
  page.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
    const url = new URL(request.url);
    const answer =
      url.origin === APP_ORIGIN && request.method === "GET"
        ? fulfil(requestId, assets, url.pathname)
        : refuse(requestId, resourceType);
    if (answer.method === "Fetch.failRequest") onRefused(request.url);
    // The page may have gone away meanwhile; then nobody waits for the answer.
    void page.send(answer.method, answer.params).catch(() => undefined);
  });
  await page.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

function fulfil(requestId: string, assets: AppAssets, pathname: string) {
  const { status, headers, body } = assets.respond(pathname);
  const params = {
    requestId,
    responseCode: status,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("base64"),
  };
  return { method: "Fetch.fulfillRequest", params };
}

/** An aborted navigation leaves the page where it is; any other error would put an error page in its place. */
function refuse(requestId: string, resourceType: DevtoolsEventParams<"Fetch.requestPaused">["resourceType"]) {
  const errorReason = resourceType === "Document" ? "Aborted" : "BlockedByClient";
  return { method: "Fetch.failRequest", params: { requestId, errorReason } };
}
