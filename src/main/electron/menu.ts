import { Menu } from "electron";

/**
 * The system's own entries only, in the system's own words: editing keys (macOS has none without a menu), size of type, and
 * the window. What the casebook can do is in the page, from one registry of commands.
 */
export function setApplicationMenu(): void {
  const isMac = process.platform === "darwin";
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: "appMenu" } as const] : []),
      { role: "editMenu" },
      {
        role: "viewMenu",
        submenu: [{ role: "resetZoom" }, { role: "zoomIn" }, { role: "zoomOut" }, { role: "togglefullscreen" }],
      },
      { role: "windowMenu" },
    ]),
  );
}
