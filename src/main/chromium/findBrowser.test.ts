import { describe, expect, it } from "vitest";
import { findBrowser } from "./findBrowser.ts";

const findWith = (platform: NodeJS.Platform, environment: Record<string, string>, ...runnable: string[]) =>
  findBrowser({ platform, environment, canRun: (path) => runnable.includes(path) });

describe("the browser", () => {
  it("is Edge on a usual Windows, which has it in the 32-bit folder", () => {
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const environment = { "ProgramFiles(x86)": "C:\\Program Files (x86)", ProgramFiles: "C:\\Program Files" };
    expect(findWith("win32", environment, edge)).toStrictEqual({ name: "Edge", path: edge });
  });

  it("is taken from PATH on Linux, Edge and Chrome before Chromium", () => {
    const environment = { PATH: "/opt/bin:/usr/bin" };
    expect(findWith("linux", environment, "/usr/bin/chromium")?.name).toBe("Chromium");
    expect(findWith("linux", environment, "/usr/bin/chromium", "/usr/bin/google-chrome")?.name).toBe("Chrome");
  });

  it("may be in the user's own Applications on a Mac", () => {
    const path = "/Users/saeki/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findWith("darwin", { HOME: "/Users/saeki" }, path)).toStrictEqual({ name: "Chrome", path });
  });

  it("is the one that was asked for, or none", () => {
    const environment = { PATH: "/usr/bin", HUB_CASEBOOK_BROWSER: "/opt/own/chrome" };
    expect(findWith("linux", environment, "/opt/own/chrome", "/usr/bin/chromium")?.path).toBe("/opt/own/chrome");
    expect(findWith("linux", environment, "/usr/bin/chromium")).toBeUndefined();
  });

  it("may be missing", () => {
    expect(findWith("linux", { PATH: "/usr/bin" })).toBeUndefined();
  });
});
