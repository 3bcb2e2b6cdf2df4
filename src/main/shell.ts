import type { Transport } from "#shared/rpc/transport.ts";

export type CopyToSave = {
  /** Proposed by the core; a shell makes it safe and unique before it touches a disk. */
  fileName: string;
  bytes: Uint8Array;
};

/** Where a copy went, in words a person understands, and an opaque token by which `reveal` finds it again. */
export type SavedCopy = { savedAs: string; token: string };

/**
 * The port between the application and what carries its window. Two adapters: `electron/electronShell.ts`,
 * `chromium/chromiumShell.ts`. A shell opens a window, carries messages, and puts files where the user wants them;
 * it knows nothing of casebooks.
 */
export type Shell = {
  readonly kind: "electron" | "chromium";
  /** Name and version of what draws the window, e.g. "Chromium 156.0.7200.1". */
  readonly engine: string;
  /** Opens a window and calls `onPage` with a new transport whenever a page is loaded in it, so also after a reload. */
  openWindow(onPage: (page: Transport) => void): Promise<void>;
  /** Null when the user thought better of it. Fails with `storage.full` or `storage.no-permission`. */
  saveCopy(copy: CopyToSave): Promise<SavedCopy | null>;
  /** Shows a saved copy in the system's file manager. An unknown token does nothing. */
  reveal(token: string): Promise<void>;
  /** Opens an https address in the system's browser. */
  openExternal(url: string): Promise<void>;
  /** Called once when the user closed the last window or the system asks to quit. */
  onQuit(listener: () => void): void;
  /** Closes all windows. */
  quit(): Promise<void>;
};
