import { spawn } from "node:child_process";
import { dirname } from "node:path";

/** Starts a program of the desktop and forgets it; on a machine without a desktop nothing happens. */
function startDetached(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { detached: true, stdio: "ignore", windowsHide: true });
  child.on("error", () => undefined);
  child.unref();
}

/** Shows a file in the system's file manager. */
export function revealFile(path: string): void {
  if (process.platform === "win32") startDetached("explorer.exe", [`/select,${path}`]);
  else if (process.platform === "darwin") startDetached("open", ["-R", path]);
  else startDetached("xdg-open", [dirname(path)]);
}

/** Opens an https address in the system's browser. The address is one argument and never passes through a command line interpreter. */
export function openInBrowser(url: string): void {
  if (process.platform === "win32") startDetached("rundll32.exe", ["url.dll,FileProtocolHandler", url]);
  else if (process.platform === "darwin") startDetached("open", [url]);
  else startDetached("xdg-open", [url]);
}
