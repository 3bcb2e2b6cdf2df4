import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Language } from "#shared/messages/messages.ts";
import { inFrame, type PlaceName } from "../e2e/pages/frame.ts";
import { onSharings } from "../e2e/pages/sharingsPage.ts";
import { settle } from "../e2e/pages/settle.ts";

type Look = { language: Language; theme: "light" | "dark"; places: readonly PlaceName[] };

const ALL_PLACES: readonly PlaceName[] = [
  "reports",
  "cases",
  "campaigns",
  "writeups",
  "sharings",
  "roster",
  "quarters",
  "publishing",
];
/** Every place in Japanese, light and dark; the main ones in English too. In this order the least has to be switched. */
const LOOKS: readonly Look[] = [
  { language: "ja", theme: "light", places: ALL_PLACES },
  { language: "ja", theme: "dark", places: ALL_PLACES },
  { language: "en", theme: "dark", places: ["reports", "writeups", "quarters"] },
  {
    language: "en",
    theme: "light",
    places: ["reports", "cases", "campaigns", "writeups", "sharings", "quarters", "publishing"],
  },
];
/** What the places show in the pictures, by a piece of its title. */
const CASE = "検知を避ける";
const SEARCHED = "詐欺";

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
  const look = async (next: Look) => {
    if (next.language !== language) await inFrame(page, language).speak(next.language);
    language = next.language;
    await inFrame(page, language).colour(next.theme);
  };
  const openRecords = async () => {
    for (const [place, text] of [
      ["cases", CASE],
      ["campaigns", ""],
      ["sharings", ""],
      ["roster", ""],
    ] as const) {
      await inFrame(page).go(place);
      await page
        .getByRole("grid")
        .getByRole("row")
        .filter({ hasText: text })
        .nth(text === "" ? 1 : 0)
        .click();
    }
    await inFrame(page).go("writeups");
    await page.getByRole("listbox").getByRole("option").filter({ hasText: CASE }).first().click();
    await page.locator("[data-open-count]").waitFor();
  };
  const takeDialogs = async () => {
    const frame = inFrame(page);
    await frame.searchInPalette(SEARCHED);
    await take("screen-9-palette-ja-light");
    await frame.closeDialog();
    await frame.openKeys();
    await take("screen-10-keys-ja-light");
    await frame.closeDialog();
    await frame.go("sharings");
    await onSharings(page).show("board");
    await take("screen-11-board-ja-light");
    await onSharings(page).show("list");
  };
  return {
    take,
    taken,
    async takeEveryPlace() {
      await openRecords();
      await takeDialogs();
      for (const next of LOOKS) {
        await look(next);
        for (const place of next.places) {
          await inFrame(page, language).go(place);
          await take(`screen-${ALL_PLACES.indexOf(place) + 1}-${place}-${next.language}-${next.theme}`);
        }
      }
      await look({ language: "ja", theme: "light", places: [] });
    },
  };
}
