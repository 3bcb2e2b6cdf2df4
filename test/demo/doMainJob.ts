import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { onCase } from "../e2e/pages/casePage.ts";
import { onDesk } from "../e2e/pages/desk.ts";
import { dropFiles } from "../e2e/pages/dropFiles.ts";
import { inFrame } from "../e2e/pages/frame.ts";
import { onQuarterlyReport } from "../e2e/pages/reportPage.ts";
import { onReports } from "../e2e/pages/reportsPage.ts";
import { ROOT } from "../e2e/fixtures/startApplication.ts";

const MAILS = ["01-mitsumori-irai-jis.eml", "02-rfq-forward-utf8.eml"].map((name) =>
  join(ROOT, "src/main/core/sample/mails", name),
);
/** Subjects of the attack mails inside those two. */
const SUBJECTS = ["RFQ_PKG-8102", "RFQ_PKG-8117"];
/** Its write-up lies on the desk, with a few things left to decide. */
const WRITEUP = "経営者等を装って";
/** The older case that the new one belongs with: the plant suppliers' campaign. */
const OLDER_CASE = "プラント関連事業者";
const QUARTER = "2022Q4";
const RATIONALE = "差出人のドメインの付け方、案件番号の書式、見積もり依頼の文面が同じである。";

export type Watchers = {
  /** Told of each step as it is done. */
  step(what: string, work: () => Promise<void>): Promise<void>;
  /** Called when there is something to see. */
  picture(name: string): Promise<void>;
};

/** An analyst's morning: two mails come in, belong together, continue an old campaign; then the quarter is published. */
export async function doMainJob(page: Page, { step, picture }: Watchers): Promise<void> {
  const frame = inFrame(page);
  await frame.expectOpen();
  await step("two mails are dropped on the window and become reports", async () => {
    await dropFiles(page, MAILS);
    await expect(frame.receipt.getByText(messages.ja.frame.receipt.imported(MAILS.length))).toBeVisible();
    await picture("job-1-receipt");
    await frame.receipt.getByRole("button", { name: messages.ja.frame.receipt.dismiss }).click();
  });
  await step("both are judged as targeted", async () => {
    const reports = onReports(page);
    await reports.showAllQuarters();
    await reports.tick(SUBJECTS);
    await reports.judge("t");
    for (const subject of SUBJECTS) {
      await expect(reports.row(subject)).toContainText(messages.ja.vocabulary.assessment.targeted);
    }
    await picture("job-2-judged");
  });
  await step("one case is made of them", async () => {
    await onReports(page).makeCase();
    await expect(onCase(page).links).toBeVisible();
    await picture("job-3-case");
  });
  await step("the case is linked to an older one of the campaign", async () => {
    await onCase(page).linkTo(OLDER_CASE, RATIONALE);
    await picture("job-4-linked");
  });
  await step("a write-up is looked through, one key a decision", async () => {
    await frame.showQuarter(QUARTER);
    await frame.go("writeups");
    const list = page.getByRole("listbox", { name: messages.ja.writeups.listLabel });
    await list.getByRole("option").filter({ hasText: WRITEUP }).click();
    const desk = onDesk(page);
    await expect(desk.queue.getByRole("option").first()).toBeVisible();
    await frame.dismissNotices();
    await picture("job-5-desk");
    await desk.queue.focus();
    await desk.maskAll();
    await expect(desk.marks).toHaveCount(0);
    await picture("job-6-looked-through");
  });
  await step("its providers can be asked for their consent", async () => {
    await page.getByRole("button", { name: messages.ja.sanitising.approval, exact: true }).click();
    await expect(page.getByRole("dialog").getByRole("button").first()).toBeVisible();
    await picture("job-7-approval");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
  await step("the quarter's table is opened", async () => {
    await frame.go("quarters");
    await expect(page.getByRole("table").first()).toBeVisible();
    await picture("job-8-quarter");
  });
  await step("the quarterly report is typeset and saved", async () => {
    await frame.go("publishing");
    await onQuarterlyReport(page).expectPages();
    await onQuarterlyReport(page).save();
    await picture("job-9-report");
  });
}
