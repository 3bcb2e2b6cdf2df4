import { platform } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { shellContract } from "#shared/contract/index.ts";
import type { ShellContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import { createServer } from "#shared/rpc/createServer.ts";
import { AppError } from "#shared/errors.ts";
import type { CoreOptions } from "./core/core.ts";
import type { Log } from "./log.ts";
import type { Shell } from "./shell.ts";
import { splitTransport } from "./splitTransport.ts";
import { startCore, type CoreThread } from "./startCore.ts";

export type ApplicationOptions = {
  core: CoreOptions;
  /** worker.ts when run from source, its bundle when packaged. */
  workerUrl: URL;
  version: string;
  checkAnswers: boolean;
  log: Log;
};

/** A page that died without a word must not keep the book open for ever. */
const LAST_WORDS_MS = 2_000;

/** Opens the application's window on a shell and serves it until the user quits. */
export async function runApplication(shell: Shell, options: ApplicationOptions): Promise<void> {
  const { log, version } = options;
  const core = startCore(options);
  const handlers = answerForShell(shell, core, version);
  const quit = new Promise<void>((resolve) => shell.onQuit(resolve));
  const pages = new Set<Promise<void>>();
  try {
    await shell.openWindow((page) => {
      pages.add(new Promise((resolve) => void page.onClose(resolve)));
      const [ownCalls, coreCalls] = splitTransport(page, "shell");
      createServer(shellContract, handlers, ownCalls, {
        checkAnswers: options.checkAnswers,
        logUnexpected: ({ traceId, method, error }) => log.writeError(`${method} ${traceId}`, error),
      });
      core.join(coreCalls);
    });
    await quit;
    // What a page sent last may come after the news that its window is closed, but never after its own end.
    await Promise.race([Promise.all(pages), wait(LAST_WORDS_MS, undefined, { ref: false })]);
  } finally {
    await core.stop();
    await shell.quit();
  }
}

/** The few methods that a shell answers itself; bytes go from the core to the disk and never through the window. */
function answerForShell(shell: Shell, core: CoreThread, version: string): Handlers<ShellContract> {
  return {
    shell: {
      info: () => ({ shell: shell.kind, version, platform: platform(), engine: shell.engine }),
      saveCopy: async ({ artifactId, fileName }) =>
        shell.saveCopy({ fileName, bytes: await core.readArtifact(artifactId) }),
      reveal: async ({ token }) => {
        await shell.reveal(token);
        return {};
      },
      openExternal: async ({ url }) => {
        if (new URL(url).protocol !== "https:") {
          throw new AppError("call.invalid", { method: "shell.openExternal", reason: "url: https only" });
        }
        await shell.openExternal(url);
        return {};
      },
    },
  };
}
