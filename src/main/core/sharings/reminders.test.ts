import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { gateHandlers } from "../gate/gate.handlers.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook } from "./testing/sharedBook.ts";
import { actsOn } from "./testing/sharingActs.ts";

const NAMES = /茜|紅色|千草|橙|水道|akane|beni|chigusa/u;

describe("a reminder", { timeout: 60_000 }, () => {
  test("to a provider is a mail draft with the packet they had, naming nobody; it is in the ledger of what left", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    const asked = await acts.ask("s-two", acts.partyOf("akane"), "2023-01-08");
    const { requestId } = asked;
    const made = await approvalHandlers(book.context).remind({ requestId }, book.call);
    const bytes = acts.bytesOf(made.artifactId);
    const mail = await PostalMime.parse(bytes);
    expect(mail.to ?? []).toEqual([]);
    expect(mail.text).toContain("2023年1月8日");
    const [packet] = mail.attachments;
    expect(Buffer.from(packet?.content instanceof ArrayBuffer ? new Uint8Array(packet.content) : "")).toEqual(
      Buffer.from(acts.bytesOf(asked.packet.artifactId)),
    );
    expect(`${made.fileName} ${mail.subject ?? ""} ${mail.text ?? ""} ${packet?.filename ?? ""}`).not.toMatch(NAMES);
    const { rows } = await gateHandlers(book.context).exits(
      { text: book.text("s-two"), offset: 0, limit: 9 },
      book.call,
    );
    expect(rows[0]).toMatchObject({ fileName: made.fileName, destination: "provider", format: "eml" });
    // What they would answer to is no longer what would go out.
    await acts.change("s-two", { tlp: "TLP:GREEN" });
    await expect(approvalHandlers(book.context).remind({ requestId }, book.call)).rejects.toMatchObject({
      code: "record.changed-meanwhile",
    });
    expect(await approvalHandlers(book.context).waiting({}, book.call)).toMatchObject([
      { stale: true, overdueDays: 2 },
    ]);
  });

  test("to a recipient is a mail draft of what they have not answered, naming nobody", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    await acts.release("s-hub");
    await acts.issue("s-hub");
    await acts.change("s-hub", { title: "茜金属株式会社に関する情報" });
    const recipientId = book.idOf("organizations", "chigusa");
    const made = await sharingHandlers(book.context).remind({ recipientId, sinceDay: null }, book.call);
    const mail = await PostalMime.parse(acts.bytesOf(made.artifactId));
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain("2023-01-10 2023-001 ");
    expect(`${made.fileName} ${mail.subject ?? ""} ${mail.text ?? ""}`).not.toMatch(NAMES);
    const nobody = { recipientId: book.idOf("organizations", "beni"), sinceDay: null };
    await expect(sharingHandlers(book.context).remind(nobody, book.call)).rejects.toMatchObject({
      code: "record.not-found",
    });
  });
});
