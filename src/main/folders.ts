import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join } from "node:path";

export type Folders = {
  /** Where new casebooks are made and known ones are looked for. */
  books: string;
  /** The list of known books, logs, the browser's profile: nothing that may not be lost. */
  state: string;
  /** Where copies are put when no dialog can ask. */
  downloads: string;
};

/** A folder of the desktop (Linux): its name is translated on Japanese systems, so it must be looked up. */
function readXdgFolder(name: string, home: string): string | undefined {
  const fromEnvironment = process.env[name];
  if (fromEnvironment) return fromEnvironment;
  try {
    const config = readFileSync(join(process.env.XDG_CONFIG_HOME ?? join(home, ".config"), "user-dirs.dirs"), "utf8");
    return new RegExp(`^${name}="(.+)"`, "m").exec(config)?.[1]?.replace("$HOME", home);
  } catch {
    return undefined;
  }
}

/** A folder of the desktop (Windows): may have been moved to another drive or a profile server. */
function readWindowsFolder(valueName: string): string | undefined {
  try {
    const key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";
    const answer = execFileSync("reg", ["query", key, "/v", valueName], { encoding: "utf8", windowsHide: true });
    const value = /REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(answer)?.[1];
    return value?.replaceAll(/%([^%]+)%/g, (whole, name: string) => process.env[name] ?? whole);
  } catch {
    return undefined;
  }
}

/** Windows' own name for the Downloads folder in the registry. */
const WINDOWS_DOWNLOADS = "{374DE290-123F-4565-9164-39C4925E467B}";

/** The user's folders on this system; `HUB_CASEBOOK_HOME` puts all of them under one (portable use, demo, tests). */
export function findFolders(): Folders {
  const own = process.env.HUB_CASEBOOK_HOME;
  if (own) return { books: join(own, "books"), state: join(own, "state"), downloads: join(own, "saved") };
  const home = homedir();
  switch (platform()) {
    case "win32":
      return {
        books: join(readWindowsFolder("Personal") ?? join(home, "Documents"), "HubCasebook"),
        state: join(process.env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "HubCasebook"),
        downloads: readWindowsFolder(WINDOWS_DOWNLOADS) ?? join(home, "Downloads"),
      };
    case "darwin":
      return {
        books: join(home, "Documents", "HubCasebook"),
        state: join(home, "Library", "Application Support", "HubCasebook"),
        downloads: join(home, "Downloads"),
      };
    default:
      return {
        books: join(readXdgFolder("XDG_DOCUMENTS_DIR", home) ?? join(home, "Documents"), "HubCasebook"),
        state: join(process.env.XDG_STATE_HOME ?? join(home, ".local", "state"), "hub-casebook"),
        downloads: readXdgFolder("XDG_DOWNLOAD_DIR", home) ?? join(home, "Downloads"),
      };
  }
}
