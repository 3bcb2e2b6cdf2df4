import { protocol, type Session } from "electron";
import type { AppAssets } from "#main/appAssets.ts";

/** The page's own scheme and origin: no file: address, no server, no port. */
export const APP_SCHEME = "app";
export const APP_ORIGIN = "app://casebook";

/** Call before `app.whenReady()`: makes the scheme a standard, secure one, subject to the content security policy. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the application's own files, picked from a list, and nothing else, to pages of one session. */
export function serveAppScheme(session: Session, assets: AppAssets): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url);
    const isOurs = url.host === new URL(APP_ORIGIN).host && request.method === "GET";
    const { status, headers, body } = assets.respond(isOurs ? url.pathname : "");
    return new Response(Buffer.from(body), { status, headers });
  });
}
