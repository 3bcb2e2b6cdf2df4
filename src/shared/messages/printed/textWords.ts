import type { Pap } from "../../domain/consent.ts";
import type { TlpLabel } from "../../domain/tlp.ts";
import { hubWords } from "./quarterWords.ts";

/**
 * Words of a write-up and of a bulletin. They are Japanese whatever the language of the window. What a label allows is
 * told in the hub's own words after FIRST's TLP 2.0 and MISP's PAP; labels themselves are never translated.
 */
export const textWords = {
  kind: { writeup: "事例解説", bulletin: "情報共有", notice: "お知らせ" },
  stamp: "承認前の写し",
  /** Begins the label of a note that names a source: 出典1. */
  citation: "出典",
  handling: "取扱い",
  tlp: {
    "TLP:RED": "この情報を受け取った本人に限る。ほかの人に渡さない。",
    "TLP:AMBER+STRICT": "受け取った組織の中で、知る必要のある人に限る。",
    "TLP:AMBER": "受け取った組織とその顧客の中で、知る必要のある人に限る。",
    "TLP:GREEN": "参加組織と情報連携体制の中に限る。公開の場に出さない。",
    "TLP:CLEAR": "渡す先に制限はない。",
  } satisfies Record<TlpLabel, string>,
  pap: {
    "PAP:RED": "自組織のログを調べるなど、外から分からない確認に限る。",
    "PAP:AMBER": "攻撃者に気付かれない照会までに限る。攻撃者の設備に接続しない。",
    "PAP:GREEN": "通信を止めるなどの対処に使ってよい。",
    "PAP:CLEAR": "使い方に制限はない。",
  } satisfies Record<Pap, string>,
  issue: {
    version: (version: number) => `第${version}版`,
    correction: (version: number) => `訂正（第${version}版）`,
    correctionText: "先にお送りした内容を改めました。お手元の版と差し替えてください。",
    withdrawal: "撤回",
    withdrawalText: "この情報共有は撤回しました。お手元のものは使わないでください。",
  },
  /** To those who hold an earlier version: it says which, and nothing of what stands in it. */
  notice: {
    heading: { correction: "情報共有の訂正のお知らせ", withdrawal: "情報共有の撤回のお知らせ" },
    file: { correction: "訂正のお知らせ", withdrawal: "撤回のお知らせ" },
    lead: {
      correction: "先にお送りした次の情報共有を訂正しました。",
      withdrawal: "先にお送りした次の情報共有を撤回しました。",
    },
    ask: {
      correction:
        "お手元の版とインジケータ一覧は、訂正前のものとしてお取り扱いください。ご不明の点は、お送りした窓口までお問い合わせください。",
      withdrawal:
        "お手元の文書とインジケータ一覧は使わず、組織内に配られた場合はその先にもお伝えください。ご不明の点は、お送りした窓口までお問い合わせください。",
    },
    columns: ["項目", "内容"],
    number: "番号",
    title: "件名",
    sharedOn: "お送りした日",
    at: { correction: "訂正した日", withdrawal: "撤回した日" },
    reason: "理由",
    noReason: "特記なし",
  },
  indicators: {
    title: "インジケータ一覧",
    lead: "誤って開かないように、一部の文字を書き換えています（hxxp、[.]、[@]）。",
    kind: "種別",
    value: "値",
    kinds: {
      "ipv4-addr": "IPアドレス",
      "ipv6-addr": "IPアドレス",
      "domain-name": "ドメイン",
      hostname: "ホスト名",
      url: "URL",
      "email-addr": "メールアドレス",
      "email-message": "件名",
      "email-message subject": "件名",
      file: "ファイル",
      "file-name": "ファイル名",
      "autonomous-system": "AS番号",
    } as Record<string, string | undefined>,
  },
  request: {
    title: "関連情報のご提供のお願い",
    paragraphs: [
      "同様の攻撃に気付かれた場合や、関連する情報をお持ちの場合は、次の窓口までお寄せください。見当たらなかった場合も、その旨をお知らせいただけると助かります。",
    ],
    contacts: [{ name: "J-CSIP事務局 ご連絡窓口（IPA）", url: hubWords.schemeUrl }],
  },
} as const;
