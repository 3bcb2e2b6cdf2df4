import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type ProfileClaim = { folder: string; release(): void };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user, but running.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * A profile folder that no running window of ours uses: a browser started on a profile in use would hand its window to
 * the first one and exit. The first window of the day always gets the same folder, and so its old size and place.
 */
export function claimProfileFolder(stateFolder: string, ownPid = process.pid): ProfileClaim {
  for (let number = 1; ; number += 1) {
    const folder = join(stateFolder, number === 1 ? "window" : `window-${number}`);
    const claim = `${folder}.pid`;
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(claim, String(ownPid), { flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (isRunning(Number(readFileSync(claim, "utf8")))) continue;
      writeFileSync(claim, String(ownPid));
    }
    return { folder, release: () => rmSync(claim, { force: true }) };
  }
}
