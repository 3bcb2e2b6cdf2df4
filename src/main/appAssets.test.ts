import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openAppAssets } from "./appAssets.ts";

const parent = mkdtempSync(join(tmpdir(), "assets-"));
const folder = join(parent, "renderer");
mkdirSync(join(folder, "assets"), { recursive: true });
writeFileSync(join(parent, "secret.html"), "secret");
writeFileSync(join(folder, "index.html"), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
writeFileSync(join(folder, "assets", "index.js"), "export {};");
const assets = openAppAssets(folder);
afterAll(() => rmSync(parent, { recursive: true }));

describe("the application's own files", () => {
  it("are served with their type", () => {
    expect(assets.respond("/assets/index.js")).toMatchObject({
      status: 200,
      headers: { "Content-Type": "text/javascript; charset=utf-8", "X-Content-Type-Options": "nosniff" },
    });
  });

  it("the page gets a new nonce at each load, the same in its text and in its policy", () => {
    const nonces = [1, 2].map(() => {
      const { body, headers } = assets.respond("/");
      const nonce = /nonce="([^"]+)"/.exec(Buffer.from(body).toString())?.[1] ?? "";
      expect(nonce.length).toBeGreaterThan(20);
      expect(headers["Content-Security-Policy"]).toContain(`'nonce-${nonce}'`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it("allow no script but their own", () => {
    const policy = assets.respond("/").headers["Content-Security-Policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0]).toBe("script-src 'self'");
  });
});

describe("anything else", () => {
  it("is not found, however it is written", () => {
    const piece = fc.constantFrom(
      "..",
      "%2e%2e",
      "/",
      "\\",
      "%2f",
      "secret.html",
      "assets",
      "index.js",
      ".",
      "\0",
      "//",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const path = `/${pieces.join("")}`;
        fc.pre(!["/", "/assets/index.js"].includes(path));
        expect(assets.respond(path).status).toBe(404);
      }),
    );
    expect(assets.respond("/../secret.html").status).toBe(404);
  });
});
