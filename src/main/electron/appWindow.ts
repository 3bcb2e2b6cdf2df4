import { app, BrowserWindow, dialog, ipcMain, type IpcMainEvent, type Session } from "electron";
import { messages } from "#shared/messages/messages.ts";
import type { Transport } from "#shared/rpc/transport.ts";
import { APP_ORIGIN } from "./appProtocol.ts";
import { isAppUrl } from "./hardening.ts";
import { createMainPortTransport } from "./mainPortTransport.ts";
import { PORT_CHANNEL } from "./portChannel.ts";
import { keepWindowPlace, readWindowPlace } from "./windowPlace.ts";

export type AppWindowOptions = {
  session: Session;
  preloadPath: string;
  stateFolder: string;
  onPage(page: Transport): void;
};

/** Opens the window. Its page has no Node, no access to this process, and one message port. */
export async function openAppWindow(options: AppWindowOptions): Promise<BrowserWindow> {
  const { maximized, ...place } = readWindowPlace(options.stateFolder);
  const window = new BrowserWindow({
    ...place,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    },
  });
  if (maximized === true) window.maximize();
  keepWindowPlace(window, options.stateFolder);
  window.once("ready-to-show", () => window.show());
  takePorts(window, options.onPage);
  // A page that died (no memory, a fault of the engine) comes back; what was typed is saved as it is typed.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void window.loadURL(`${APP_ORIGIN}/`);
  });
  window.webContents.on("will-prevent-unload", (event) => {
    // Preventing the prevention: the window closes.
    if (askToLeaveUnsaved(window)) event.preventDefault();
  });
  await window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** A page holds the window only while it has words that it could not save (see useTextDraft.ts). */
function askToLeaveUnsaved(window: BrowserWindow): boolean {
  const words = messages[/^ja/i.test(app.getLocale()) ? "ja" : "en"].frame.leaveUnsaved;
  const leave = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: words.question,
    detail: words.detail,
    buttons: [words.stay, words.leave],
    defaultId: 0,
    cancelId: 0,
  });
  return leave === 1;
}

/** Takes a port from the application's own main frame; whoever else sends one is not heard. */
function takePorts(window: BrowserWindow, onPage: (page: Transport) => void): void {
  const receive = ({ sender, senderFrame, ports }: IpcMainEvent) => {
    const [port] = ports;
    const isFromOurPage =
      sender === window.webContents && senderFrame === window.webContents.mainFrame && isAppUrl(senderFrame.url);
    if (!isFromOurPage || port === undefined) return;
    onPage(createMainPortTransport(port));
  };
  ipcMain.on(PORT_CHANNEL, receive);
  window.on("closed", () => ipcMain.off(PORT_CHANNEL, receive));
}
