import { app, type Session, type WebContents } from "electron";
import type { Log } from "#main/log.ts";
import { APP_ORIGIN } from "./appProtocol.ts";

/*
 * Electron's security checklist, item by item, as far as it is not in appWindow.ts (web preferences), appProtocol.ts
 * (own scheme, content security policy) or electron-builder.yml (fuses):
 * no remote content, permissions denied, navigation and new windows denied, no webview, sender of messages checked.
 */

/** True for the application's own page and nothing else. */
export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}

/** Call before `app.whenReady()`. No name can be resolved and no proxy asked, so nothing of Chromium reaches a network. */
export function cutOffNetwork(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("no-proxy-server");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("force-webrtc-ip-handling-policy", "disable_non_proxied_udp");
}

/** Refuses every request but the application's own, every permission but copying text, every device and download. */
export function hardenSession(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isAppUrl(details.url) || details.url.startsWith("blob:") || details.url.startsWith("data:");
    if (!isAllowed) log.write(`refused a request for ${details.url}`);
    answer({ cancel: !isAllowed });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === "clipboard-sanitized-write" && isAppUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === "clipboard-sanitized-write" && isAppUrl(origin.replace(/\/$/, "")),
  );
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  // Chromium's own spelling checker would fetch its dictionaries.
  session.setSpellCheckerEnabled(false);
}

/** Refuses navigation, new windows and webviews for every page the application ever makes. */
export function hardenAllContents(log: Log): void {
  app.on("web-contents-created", (_event, contents) => hardenContents(contents, log));
}

function hardenContents(contents: WebContents, log: Log): void {
  const refuse = (what: string, url: string, event: { preventDefault(): void }) => {
    event.preventDefault();
    log.write(`refused ${what} ${url}`);
  };
  contents.on("will-frame-navigate", (event) => {
    if (!isAppUrl(event.url)) refuse("to go to", event.url, event);
  });
  contents.on("will-redirect", (event) => refuse("a redirection to", event.url, event));
  contents.on("will-attach-webview", (event) => refuse("a webview", "", event));
  contents.setWindowOpenHandler(({ url }) => {
    log.write(`refused a window for ${url}`);
    return { action: "deny" };
  });
}
