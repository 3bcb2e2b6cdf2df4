import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** One answer to a request of the page. */
export type AssetResponse = { status: 200 | 404; headers: Readonly<Record<string, string>>; body: Uint8Array };

export type AppAssets = {
  /** `pathname` as in a URL, percent-encoded; "/" is the page itself. Nothing outside the folder can be named. */
  respond(pathname: string): AssetResponse;
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Stands in the built index.html where each load gets its own nonce (see build/vite.renderer.config.ts). */
export const NONCE_PLACEHOLDER = "__CSP_NONCE__";

/**
 * Only the application's own files; no eval, no inline script, no frames, no forms that go anywhere, no plug-ins, no window
 * beside its own, no download. Style elements need the load's nonce; style attributes are allowed, since widgets place
 * themselves with them and they can fetch nothing. Modals are the question before words are lost, and printing.
 */
function writeContentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "sandbox allow-scripts allow-same-origin allow-forms allow-modals",
  ].join("; ");
}

/** What a page of ours never needs; a permission denied twice. */
const PERMISSIONS_POLICY = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "window-management",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

function writeHeaders(type: string, nonce: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Security-Policy": writeContentSecurityPolicy(nonce),
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
}

/** Every file below a folder with its URL path. Goes down by itself: inside an asar archive Node's own recursion is not sure. */
function* listFiles(folder: string, urlPath = ""): Generator<[urlPath: string, path: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const itsUrlPath = `${urlPath}/${encodeURIComponent(entry.name)}`;
    if (entry.isDirectory()) yield* listFiles(path, itsUrlPath);
    else if (entry.isFile()) yield [itsUrlPath, path];
  }
}

/** Lists a folder's files once by URL path; a request can only pick from the list, so there is no path to traverse. */
export function openAppAssets(folder: string): AppAssets {
  const files = new Map(listFiles(folder));
  const respond = (pathname: string): AssetResponse => {
    const path = files.get(pathname === "/" ? "/index.html" : pathname);
    const nonce = randomBytes(16).toString("base64url");
    if (path === undefined) return { status: 404, headers: writeHeaders("text/plain", nonce), body: new Uint8Array() };
    const type = MEDIA_TYPES[extname(path)] ?? "application/octet-stream";
    const content = readFileSync(path);
    const body = extname(path) === ".html" ? Buffer.from(fillNonce(content.toString("utf8"), nonce)) : content;
    return { status: 200, headers: writeHeaders(type, nonce), body };
  };
  return { respond };
}

function fillNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}
