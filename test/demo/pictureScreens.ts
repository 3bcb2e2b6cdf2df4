import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Language } from "#shared/messages/messages.ts";
import { inFrame, type PlaceName } from "../e2e/pages/frame.ts";
import { settle } from "../e2e/pages/settle.ts";

const PLACES: readonly PlaceName[] = ["reports", "cases", "campaigns", "sharings", "roster", "quarters", "publishing"];
const LOOKS: readonly { language: Language; theme: "light" | "dark" }[] = [
  { language: "ja", theme: "light" },
  { language: "ja", theme: "dark" },
  { language: "en", theme: "dark" },
  { language: "en", theme: "light" },
];

export type Camera = {
  /** A picture of what is on screen now. */
  take(name: string): Promise<void>;
  /** Every place, in both languages and both colours; leaves the window in Japanese and light. */
  takeEveryPlace(): Promise<void>;
  taken: readonly string[];
};

/** Takes pictures of the window into `folder`, numbered in the order they were taken. */
export function setUpCamera(page: Page, folder: string): Camera {
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const take = async (name: string) => {
    await settle(page);
    const file = `${name}.png`;
    await page.screenshot({ path: join(folder, file) });
    taken.push(file);
  };
  let language: Language = "ja";
  const look = async (next: { language: Language; theme: "light" | "dark" }) => {
    if (next.language !== language) await inFrame(page, language).speak(next.language);
    language = next.language;
    await inFrame(page, language).colour(next.theme);
  };
  return {
    take,
    taken,
    async takeEveryPlace() {
      for (const next of LOOKS) {
        await look(next);
        for (const [index, place] of PLACES.entries()) {
          await inFrame(page, language).go(place);
          await take(`screen-${index + 1}-${place}-${next.language}-${next.theme}`);
        }
      }
      await look({ language: "ja", theme: "light" });
    },
  };
}
