import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { screen, type BrowserWindow, type Rectangle } from "electron";
import { z } from "zod";

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(800),
  height: z.int().min(500),
  maximized: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

const FIRST_SIZE = { width: 1440, height: 900 };

/** True when enough of the window would be on a screen to be taken hold of; a screen may have been unplugged. */
function isReachable({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlap = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return overlap >= 100 && y >= workArea.y - 10 && y < workArea.y + workArea.height - 50;
  });
}

/** Where the window was the last time, or its first size in the middle of the screen. Sizes in DIP. */
export function readWindowPlace(stateFolder: string): Partial<Place> {
  try {
    const place = placeSchema.parse(JSON.parse(readFileSync(join(stateFolder, "window.json"), "utf8")));
    return isReachable(place) ? place : FIRST_SIZE;
  } catch {
    return FIRST_SIZE;
  }
}

/** Remembers the window's place when it closes. */
export function keepWindowPlace(window: BrowserWindow, stateFolder: string): void {
  window.on("close", () => {
    const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      mkdirSync(stateFolder, { recursive: true });
      writeFileSync(join(stateFolder, "window.json"), JSON.stringify(place));
    } catch {
      // Losing the window's place is no reason to keep it from closing.
    }
  });
}
