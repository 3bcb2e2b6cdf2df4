import { findBrowser } from "#main/chromium/findBrowser.ts";

/** For build/setup: the browser that the Chromium shell would use, as JSON; null when there is none. */
process.stdout.write(JSON.stringify(findBrowser() ?? null));
