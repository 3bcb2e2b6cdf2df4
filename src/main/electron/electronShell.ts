import { randomUUID } from "node:crypto";
import { rename, unlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { app, dialog, shell as desktop, type BrowserWindow, type Session } from "electron";
import { describeWriteFailure, makeSafeFileName } from "#main/saveCopyInFolder.ts";
import type { CopyToSave, Shell } from "#main/shell.ts";
import { openAppWindow } from "./appWindow.ts";

export type ElectronShellOptions = {
  session: Session;
  preloadPath: string;
  stateFolder: string;
  downloadsFolder: string;
};

/** The product's shell. Call after `app.whenReady()`. */
export function createElectronShell(options: ElectronShellOptions): Shell {
  const savedPaths = new Map<string, string>();
  let window: BrowserWindow | undefined;

  const askWhere = async (fileName: string): Promise<string | undefined> => {
    const proposal = { defaultPath: join(options.downloadsFolder, makeSafeFileName(fileName)) };
    const { canceled, filePath } =
      window === undefined ? await dialog.showSaveDialog(proposal) : await dialog.showSaveDialog(window, proposal);
    return canceled || filePath === "" ? undefined : filePath;
  };

  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  return {
    kind: "electron",
    engine: `Electron ${process.versions.electron ?? ""} (Chromium ${process.versions.chrome ?? ""})`,
    async openWindow(onPage) {
      window = await openAppWindow({ ...options, onPage });
      window.on("closed", () => (window = undefined));
    },
    async saveCopy(copy) {
      const path = await askWhere(copy.fileName);
      if (path === undefined) return null;
      await replaceFile(path, copy);
      const token = randomUUID();
      savedPaths.set(token, path);
      return { savedAs: basename(path), token };
    },
    async reveal(token) {
      const path = savedPaths.get(token);
      if (path !== undefined) desktop.showItemInFolder(path);
    },
    openExternal: (url) => desktop.openExternal(url),
    onQuit: (listener) => void app.once("window-all-closed", listener),
    async quit() {
      window?.destroy();
      app.quit();
    },
  };
}

/** Writes beside the target and then takes its place: the user may have chosen a file that exists. */
async function replaceFile(path: string, { fileName, bytes }: CopyToSave): Promise<void> {
  const half = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(half, bytes, { flag: "wx", flush: true });
    await rename(half, path);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw describeWriteFailure(error, fileName);
  }
}
