import type { ConsentPurpose } from "../../domain/consent.ts";
import type { ApprovalDecision } from "../../domain/vocabulary.ts";
import { hubWords, printDay } from "./quarterWords.ts";

/**
 * Words of the packet by which a provider is asked for consent, and of the mail that carries it. They name nobody: a
 * packet that goes astray must not tell who provided.
 */
export const packetWords = {
  title: "情報提供内容の共有・公表に関するご確認のお願い",
  runningTitle: `${hubWords.scheme} ご確認のお願い`,
  addressee: "情報提供元 ご担当者様",
  sender: [hubWords.publisher, `${hubWords.series} 事務局`],
  letter: [
    `拝啓　平素より${hubWords.series}の活動にご協力いただき、誠にありがとうございます。`,
    "ご提供いただいた情報をもとに、別紙の文書を作成いたしました。情報提供元を推測できる記述は取り除いておりますが、お気付きの点がないか、お手数ですが内容をご確認くださいますようお願いいたします。",
    "ご確認のうえ、末尾の回答書にご記入いただき、このご案内への返信にてお送りください。ご承認は、別紙の文言、取扱区分、インジケータ一覧に対していただくものです。いずれかを改めたときは、あらためてお願いに上がります。ご回答をいただくまで、この文書を外に出すことはありません。",
  ],
  facts: {
    title: "ご確認いただきたい事項",
    document: "対象の文書",
    purposes: "お願いする内容",
    due: "ご回答の期限",
    label: "文書の取扱区分",
    check: "文書の照合番号",
  },
  purpose: {
    share: `${hubWords.scheme}の参加組織等への情報共有`,
    publish: "公開報告書（運用状況）への掲載",
  } satisfies Record<ConsentPurpose, string>,
  noLabel: "なし",
  due: (day: string) => `${printDay(day)}まで`,
  noDue: "とくに設けておりません。ご都合のよいときにお願いいたします。",
  enclosed: ["別紙: 対象の文書（お送りする文言のとおり）", "回答書"],
  closing: "敬具",
  changes: {
    title: "前回お送りした内容からの変更点",
    lead: "前回ご確認いただいた文言から、次のとおり改めています。「追加」の行が加わり、「削除」の行がなくなりました。",
    added: "追加",
    removed: "削除",
    skipped: "（変更のない行を省略）",
    hidden: "（除いた行。伏せるべき語を含むため、ここには載せません）",
  },
  /** Lines that stand for what goes out beside the words, where changes are told. */
  enclosedLine: {
    label: (labels: string) => `取扱区分 ${labels}`,
    note: (note: string) => `訂正の説明 ${note}`,
  },
  text: "別紙",
  form: {
    title: "回答書",
    lead: "該当する□に印を付け、必要な事項をご記入ください。情報共有と公開報告書への掲載は、別々にお答えいただけます。",
    decision: {
      approved: "承認する",
      conditional: "条件付きで承認する",
      declined: "承認しない",
    } satisfies Record<ApprovalDecision, string>,
    box: "□",
    conditionsTitle: "条件（「条件付きで承認する」の場合。いくつでも）",
    conditions: [
      "次のSIG（業界）の中に限る（　　　　　　　　　　　　　　　　　　　　　）",
      "公開報告書に載せない",
      "　　　　年　　　月　　　日より前に出さない",
      "IPアドレス等の一覧（インジケータ一覧）を付けない",
      "その他（下の欄にご記入ください）",
    ],
    remarks: "その他の条件、修正のご希望、お気付きの点",
    name: "ご氏名",
    date: "ご回答日",
    dateBlank: "　　　　年　　　月　　　日",
    check: (number: string) => `文書の照合番号 ${number}`,
  },
  mail: {
    subject: (title: string) => `【${hubWords.scheme}】内容のご確認のお願い（${title}）`,
    body: (title: string, purposes: readonly string[], due: string) =>
      [
        "ご担当者様",
        "",
        `平素より${hubWords.series}の活動にご協力いただき、誠にありがとうございます。`,
        "ご提供いただいた情報をもとに作成した文書について、内容のご確認をお願いいたします。",
        "",
        `対象の文書: ${title}`,
        `お願いする内容: ${purposes.join("、")}`,
        `ご回答の期限: ${due}`,
        "",
        "添付のPDFに、お送りする文言そのもの、変更点、回答書が入っています。",
        "回答書にご記入のうえ、このメールへの返信にてお送りください。",
        "ご回答をいただくまで、この文書を外に出すことはありません。",
        "",
        ...[hubWords.publisher, `${hubWords.series} 事務局`],
      ].join("\r\n"),
    fileName: "ご確認のお願い.pdf",
  },
} as const;
