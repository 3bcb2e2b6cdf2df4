import { expect, it } from "vitest";
import { listBrowserFlags } from "./browserProcess.ts";

const options = {
  browser: { name: "Chromium", path: "/usr/bin/chromium" },
  profileFolder: "/nonexistent/window",
  address: "https://app.internal/",
  headless: false,
} as const;

it("opens no TCP port, and sends whatever escapes to a proxy that is not there", () => {
  const flags = listBrowserFlags(options, false);
  expect(flags.filter((flag) => flag.startsWith("--remote-debugging"))).toStrictEqual(["--remote-debugging-pipe"]);
  expect(flags).toContain("--proxy-server=http://127.0.0.1:1");
  expect(flags).toContain("--proxy-bypass-list=<-loopback>");
});

it("gives up the sandbox for root on Linux only", () => {
  expect(listBrowserFlags(options, false)).not.toContain("--no-sandbox");
  expect(listBrowserFlags(options, true)).toContain("--no-sandbox");
});
