import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { draftApprovalMail, writeDraftMail } from "./draftMail.ts";
import { printPacket, type ApprovalPacket } from "./printPacket.ts";
import { printText } from "./printText.ts";
import { makeText } from "./testing/makeText.ts";

const squeeze = (text: string): string => text.replaceAll(/\s/gu, "");

async function readPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(squeeze(items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  return pages;
}

function isEqual(content: ArrayBuffer | Uint8Array | string | undefined, bytes: Uint8Array): boolean {
  if (content === undefined || typeof content === "string") return false;
  return Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content)).equals(Buffer.from(bytes));
}

function makePacket(change: Partial<ApprovalPacket> = {}): ApprovalPacket {
  return {
    text: makeText(),
    purposes: ["share", "publish"],
    day: "2032-01-30",
    dueOn: "2032-02-13",
    changes: [],
    check: "0123-4567-89ab-cdef",
    ...change,
  };
}

describe("the packet for a provider", () => {
  it("holds letter, form, and the very pages that would go out", async () => {
    const pages = await readPages(await printPacket(makePacket()));
    const letter = pages[0] ?? "";
    for (const piece of [
      "情報提供元ご担当者様",
      "2032年2月13日まで",
      "J-CSIPの参加組織等への情報共有",
      "公開報告書（運用状況）への掲載",
      "0123-4567-89ab-cdef",
    ]) {
      expect(letter).toContain(piece);
    }
    expect(pages.slice(1, -1)).toEqual(await readPages(await printText(makeText(), "pdf")));
    const form = pages.at(-1) ?? "";
    for (const piece of ["□承認する", "□条件付きで承認する", "□承認しない"]) {
      expect(form.split(piece)).toHaveLength(3);
    }
    for (const piece of [
      "SIG（業界）の中に限る",
      "公開報告書に載せない",
      "より前に出さない",
      "を付けない",
      "□その他",
      "ご氏名",
      "ご回答日",
    ]) {
      expect(form).toContain(piece);
    }
  });

  it("asks only for what is asked, without a day when there is none", async () => {
    const pages = await readPages(await printPacket(makePacket({ purposes: ["share"], dueOn: null })));
    expect(pages[0]).not.toContain("運用状況");
    expect(pages[0]).toContain("とくに設けておりません");
    expect((pages.at(-1) ?? "").split("□承認する")).toHaveLength(2);
  });

  it("tells what changed, with a line around it and no more", async () => {
    const same = (text: string) => ({ kind: "same" as const, text });
    const changes = [
      ...["一行目", "二行目", "", "三行目"].map(same),
      { kind: "removed" as const, text: "従業員は1,234人である。" },
      { kind: "added" as const, text: "従業員は約1,200人である。" },
      ...["四行目", "五行目", "六行目"].map(same),
    ];
    const [, page = ""] = await readPages(await printPacket(makePacket({ changes })));
    for (const piece of ["三行目", "削除従業員は1,234人である。", "追加従業員は約1,200人である。", "四行目"]) {
      expect(page).toContain(piece);
    }
    for (const piece of ["二行目", "五行目"]) expect(page).not.toContain(piece);
    const without = await readPages(await printPacket(makePacket({ changes: [same("一行目")] })));
    expect(without.join("")).not.toContain("変更点");
  });

  it("gives equal bytes for equal packets", async () => {
    const [first, second] = [await printPacket(makePacket()), await printPacket(makePacket())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe("the mail draft", () => {
  const packet = new Uint8Array([1, 2, 3, 250, 13, 10, 0]);
  const request = {
    title: "人事部門の通知を装うフィッシングメールと、検査サービスのURLを悪用した手口について😀",
    purposes: ["share"] as const,
    dueOn: "2032-02-13",
    to: null,
    packet,
  };

  it("is read back whole by another program, unsent and without a sender", async () => {
    const bytes = draftApprovalMail(request);
    const mail = await PostalMime.parse(bytes);
    expect(mail.subject).toBe(`【J-CSIP】内容のご確認のお願い（${request.title}）`);
    expect(mail.headers.find(({ key }) => key === "x-unsent")?.value).toBe("1");
    expect([mail.from, mail.to, mail.date, mail.messageId].filter((one) => one !== undefined)).toEqual([]);
    expect(mail.text).toContain("ご回答の期限: 2032年2月13日まで");
    const [attachment, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(attachment).toMatchObject({ filename: "ご確認のお願い.pdf", mimeType: "application/pdf" });
    expect(isEqual(attachment?.content, packet)).toBe(true);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/u);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    // The one longer line is the file name, which cannot be folded; the format itself allows 998.
    expect(text.split("\r\n").filter(({ length }) => length > 78)).toHaveLength(1);
  });

  it("gives equal bytes for equal drafts, and takes no header from a value", async () => {
    expect(Buffer.from(draftApprovalMail(request)).equals(Buffer.from(draftApprovalMail(request)))).toBe(true);
    const forged = writeDraftMail({
      to: "a@example.jp\r\nBcc: b@example.jp",
      subject: "x\r\nCc: c@example.jp",
      body: "",
      attachments: [],
    });
    const mail = await PostalMime.parse(forged);
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
  });
});
