import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../e2e/fixtures/sampleBook.ts";
import { runCasebook } from "../e2e/fixtures/runCasebook.ts";
import { ROOT, startApplication, type Application } from "../e2e/fixtures/startApplication.ts";
import { onFirstStart } from "../e2e/pages/firstStartPage.ts";
import { inFrame } from "../e2e/pages/frame.ts";
import { doMainJob } from "./doMainJob.ts";
import { setUpCamera } from "./pictureScreens.ts";
import { say, step } from "./report.ts";

/*
 * npm run demo: the sample casebook of 2022Q4, opened in the real window, and the main job done in it as an analyst would.
 * Leaves in out/: the casebook, the report as PDF, and a picture of every screen.
 */
const OUT = join(ROOT, "out");
const HOME = join(OUT, ".application");
const BOOK_NAME = "sample-2022Q4";
const BOOK = join(OUT, `${BOOK_NAME}.casebook`);
const SCREENS = join(OUT, "screens");
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

async function showCasebook(application: Application): Promise<readonly string[]> {
  const { page } = application;
  if (!hasDisplay) await page.setViewportSize({ width: 1440, height: 900 });
  const camera = setUpCamera(page, SCREENS);
  await onFirstStart(page).expectShown();
  await camera.take("screen-0-first-start");
  await step("the casebook is opened with its passphrase", async () => {
    const words = { name: BOOK_NAME, passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST };
    await onFirstStart(page).open(words);
    await inFrame(page).expectOpen();
  });
  await doMainJob(page, { step, picture: camera.take });
  await step("a picture of every place is taken, in both languages and both colours", () => camera.takeEveryPlace());
  return camera.taken;
}

/** Moves the saved report out of the application's folder; answers its path. */
function collectReport(): string {
  const saved = join(HOME, "saved");
  const [name] = existsSync(saved) ? readdirSync(saved).filter((file) => file.endsWith(".pdf")) : [];
  if (name === undefined) throw new Error("the report was not saved");
  const path = join(OUT, name);
  renameSync(join(saved, name), path);
  return path;
}

function describeFile(path: string): string {
  return `${path} (${Math.round(statSync(path).size / 1024).toLocaleString("en")} KB)`;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
say("demo");
await step("the sample casebook is made", () => runCasebook("sample", BOOK));
const application = await step("the application is opened on it", () =>
  startApplication({ home: HOME, bookPath: BOOK, headless: !hasDisplay }),
);
try {
  const pictures = await showCasebook(application);
  const report = collectReport();
  say(`\nmade\n  ${describeFile(BOOK)}\n  ${describeFile(report)}\n  ${SCREENS} (${pictures.length} pictures)`);
  say(`\nThe casebook's passphrase is ${SAMPLE_PASSPHRASE}`);
  if (hasDisplay) {
    say("The window stays open; the demo ends when it is closed.");
    await application.closedByUser;
  }
} catch (error) {
  await application.page.screenshot({ path: join(OUT, "where-it-stopped.png") }).catch(() => undefined);
  throw error;
} finally {
  await application.quit();
}
rmSync(HOME, { recursive: true, force: true, maxRetries: 5 });
