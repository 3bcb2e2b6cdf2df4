import { createHash } from "node:crypto";
import type { PrintedText } from "../printedText.ts";

/** A PNG of one pixel, drawn without anything beside it. */
export const ONE_PIXEL = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
export const PICTURE_ID = createHash("sha256").update(ONE_PIXEL).digest("hex");

/** A bulletin with everything a text can hold, all of it invented. */
export function makeText(change: Partial<PrintedText> = {}): PrintedText {
  return {
    kind: "bulletin",
    title: "人事部門の通知を装うフィッシングメール",
    body: BODY,
    tlp: "TLP:AMBER",
    pap: "PAP:GREEN",
    stamp: null,
    day: "2032-01-30",
    number: "2032-014",
    issue: { version: 1, kind: "first", note: null },
    indicators: [
      { kind: "url", value: "https://portal-holiday.example/auth?session=0123456789abcdef0123456789abcdef0123456789" },
      { kind: "domain-name", value: "portal-holiday.example" },
      { kind: "ipv4-addr", value: "198.51.100.23" },
      { kind: "email-message", value: "【要確認】休暇申請の差戻しについて" },
    ],
    pictures: new Map([[PICTURE_ID, ONE_PIXEL]]),
    references: new Map([
      [
        "REF-1",
        { id: "REF-1", title: "運用状況［2030年1月～3月］", url: "https://www.example.jp/files/000080133.pdf" },
      ],
    ]),
    ...change,
  };
}

const BODY = `参加組織（A社）から、通知を装うメールが 2 通届いたとの情報提供があった[^REF-1]。**確認の手順**を次に示す。

## 届いたメール

届いたメールを[図](#mail)に示す。

\`\`\`mail 届いたメール {#mail}
差出人: 人事部 <hr-notice@〔A社に似せたドメイン〕>
件名: 【要確認】休暇申請の差戻しについて

〔受信者の氏名〕様

下のリンクから内容を確かめてください。
\`\`\`

\`\`\`url-anatomy 細工されたリンク {#url}
hxxps://check[.]example/v3/__ | B社がURLを検査する仕組み
?session=0123456789abcdef&x= |
〔識別子〕 | 受信者の組織を示す
\`\`\`

## 手口

\`\`\`attack-flow 攻撃の流れ {#flow}
[組織内ネットワーク] 装置、サーバ
攻撃者 -> 装置: 窃取した認証情報で接続
装置 -> サーバ: 稼働を調べる
\`\`\`

![届いた画面](artifact:${PICTURE_ID} "#shot")

### 被害

止めた理由は情報提供外のため不明である[^m]。既報[^REF-1]も参照。

| 対象 | 割合 |
| :-- | --: |
| サーバ | 約7割 |
| 業務用端末 | 約2割 |

> 控えは、取得するときだけ接続する。

1. 期間を先に決める。
2. 手順を試す。
   - 年に一度
   - ~~毎月~~

\`\`\`
GET /index.php?a=1 HTTP/1.1
\`\`\`

[^m]: 確かめる先は、名簿などで分かっている番号とする。
`;
