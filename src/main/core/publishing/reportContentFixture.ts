import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import type { ContentChapter } from "../printing/content.ts";
import type { ReportContent } from "./reportContent.ts";

/** A report in the form of a real one, all of it invented, for the tests of typesetting. */
export function makeReportContent(
  change: { chapters?: ContentChapter[]; sigs?: number; frameworks?: number } = {},
): ReportContent {
  const sigs = Array.from({ length: change.sigs ?? 13 }, (_, index) => ({
    name: SIG_NAMES[index % SIG_NAMES.length] ?? "",
    size: `${12 + ((index * 7) % 31)}組織`,
  }));
  return {
    pdfTitle: "情報共有イニシアティブ 運用状況［2031年10月～12月］",
    series: "情報共有イニシアティブ（試験）",
    title: "運用状況",
    period: "2031年10月～12月",
    imprint: ["2032年1月30日", "試験センター"],
    runningTitle: "情報共有イニシアティブ 運用状況",
    runningPeriod: "2031年10月～12月",
    stamp: null,
    documentDate: { year: 2032, month: 1, day: 30 },
    lead: parseNarrative(LEAD),
    chapters: change.chapters ?? [
      {
        caseId: null,
        title: "運用体制",
        newPage: true,
        notes: parseNarrative("x[^n]\n\n[^n]: 二つの業界に属する組織は、それぞれの業界で数えている。").notes,
        blocks: [
          ...parseNarrative(
            "本四半期に増減はなく、13 業界 207 組織[^n]と 2 つの情報連携体制で活動している（[図](#scheme)）。",
          ).blocks,
          {
            kind: "scheme",
            caption: "体制図",
            alt: "体制図。",
            label: "scheme",
            drawing: {
              kind: "scheme",
              hub: "試験センター",
              role: "情報ハブ（集約点）",
              gives: "情報提供",
              shares: "情報共有",
              participants: "参加組織　13業界207組織",
              sigs,
              frameworksTitle: "情報連携体制",
              frameworks: FRAMEWORKS.slice(0, change.frameworks ?? 2),
            },
          },
        ],
      },
      makeStateChapter(),
      makeChapter("case-a", "細工されたリンクを含むフィッシングメール", PHISHING),
      makeChapter("case-b", "遠隔接続装置からの侵入と暗号化", RANSOMWARE),
    ],
    closing: [
      {
        title: "関連する情報のご提供のお願い",
        paragraphs: [
          [{ kind: "text", text: "本書と同様の事例を見つけられた場合は、下記の窓口までお知らせください。" }],
        ],
        contacts: [[{ kind: "link", url: "https://www.example.jp/report/contact/", children: [] }]],
      },
    ],
    references: new Map([
      [
        "REF-1",
        {
          id: "REF-1",
          title: "運用状況［2030年1月～3月］（試験センター）",
          url: "https://www.example.jp/files/000080133.pdf",
        },
      ],
    ]),
    pictures: new Map(),
  };
}

export function makeChapter(caseId: string, title: string, markdown: string): ContentChapter {
  return { caseId, title, newPage: false, ...parseNarrative(markdown) };
}

function makeStateChapter(): ContentChapter {
  const cell = (text: string, mark = ""): { text: string; mark: string } => ({ text, mark });
  return {
    caseId: null,
    title: "運用状況（2031年10月～12月）",
    newPage: false,
    notes: [],
    blocks: [
      ...parseNarrative(
        "2.1で件数を、2.2と2.3で主な内容を報告する。\n\n## 情報提供・情報共有の件数\n\n件数を表1に示す。",
      ).blocks,
      {
        kind: "counts",
        table: {
          kind: "counts",
          caption: "情報提供および情報共有の状況",
          head: { number: "項番", item: "項目" },
          years: [
            { text: "2031年", columns: 3 },
            { text: "2032年", columns: 1 },
          ],
          columns: ["4月～6月", "7月～9月", "10月～12月", "1月～3月"],
          rows: [
            {
              text: "センターへの情報提供件数",
              mark: "",
              cells: [cell("71件"), cell("1,204件"), cell("42件"), cell("46件")],
            },
            {
              text: "参加組織への情報共有件数",
              mark: "※1",
              cells: [cell("19件"), cell("25件"), cell("28件"), cell("35件", "※2")],
            },
          ],
          remarks: [
            {
              mark: "※1",
              children: [
                {
                  kind: "text",
                  text: "同じ攻撃について複数の提供を受けたときは 1 件にまとめて共有することや、無差別に送られたメールなどを共有の対象としないことがあるため、二つの件数は一致しない。",
                },
              ],
            },
            { mark: "※2", children: [{ kind: "text", text: "センターが独自に入手した情報 20 件を含む。" }] },
          ],
        },
      },
      ...parseNarrative(
        "本四半期に提供を受けた 46 件のうち、標的型攻撃とみなしたものは 6 件であった。\n\n## 参加組織から提供された情報",
      ).blocks,
      {
        kind: "digest",
        items: [
          {
            lead: "種別（3 件）",
            matters: [
              {
                ...parseNarrative(
                  "経営者をかたる詐欺のメールについて 3 件の提供があった。うち 2 件は先に報告した事例[^REF-1]と文面がよく似ている。",
                ),
                caseId: null,
              },
            ],
          },
          {
            lead: "",
            matters: [
              {
                ...parseNarrative(
                  "人事部門からの通知を装うメールの提供があった。検知を避けるためにリンクが細工されていた。",
                ),
                caseId: "case-a",
              },
            ],
          },
          {
            lead: "",
            matters: [
              { ...parseNarrative("グループ会社で**暗号化の被害**が生じたとの提供があった。"), caseId: "case-b" },
            ],
          },
        ],
      },
      ...parseNarrative("## センターが収集し共有した情報").blocks,
      {
        kind: "digest",
        items: [
          {
            lead: "",
            matters: [
              {
                ...parseNarrative(
                  "2027年から続く、設備の引合いを装うメールを本四半期も観測した。手口は既報[^REF-1]のとおりである。",
                ),
                caseId: null,
              },
            ],
          },
        ],
      },
    ],
  };
}

const SIG_NAMES = [
  "重工業 SIG",
  "電力業界 SIG",
  "ガス業界 SIG",
  "化学業界 SIG",
  "石油業界 SIG",
  "資源開発業界 SIG",
  "自動車業界 SIG",
  "クレジット業界 SIG",
  "航空業界 SIG",
  "物流業界 SIG",
  "鉄道業界 SIG",
  "水道業界 SIG",
  "半導体・電子部品業界 SIG",
];
const FRAMEWORKS = [
  "医療関係 4 団体とその会員 約 5,000 組織",
  "上下水道に関わる 9 事業者",
  "港湾 3 団体",
  "大学 12 校",
  "地方紙 8 社",
];
const LEAD =
  "情報共有イニシアティブ[^n]の2031年12月末の体制と、2031年10月から12月までの運用の状況を報告する。1章と2章で全体を、3章より後で本四半期に分析した事例を述べる。\n\n[^n]: 攻撃に関する情報を参加する組織の間で分かち合う取り組み。\n\n    <https://www.example.jp/initiative/>";
const PHISHING = `本四半期、参加組織（A 社）から、人事部門の通知を装うメールが 2 通届いたとの情報提供があった。実物を調べたところ、アカウントの詐取をねらうものであった。

## 届いたメールとリンクの細工

届いたメールを[図](#mail)に示す。

\`\`\`mail 届いたメール {#mail}
差出人: 人事部 <hr-notice@〔A 社に似せたドメイン〕>
返信先: hr-notice@〔A 社に似せたドメイン〕
件名: 【要確認】休暇申請の差戻しについて

〔受信者の氏名〕様

休暇申請が差し戻されました。下のリンクから内容を確かめてください。
  hxxps://check[.]example/v3/__hxxps://login[.]example/〔省略〕

所在地: 〔A 社の所在地〕  役職: ??
\`\`\`

リンクは[図](#url)のように、ある事業者（B 社）の検査の仕組みを通るように細工されていた。

\`\`\`url-anatomy 細工されたリンク {#url}
hxxps://check[.]example/v3/__ | B 社が URL を検査する仕組み
hxxps://login.portal-holiday-request[.]example/auth/session/begin | フィッシングサイト
?session=0123456789abcdef0123456789abcdef0123456789abcdef&x= |
〔Base64 の文字列〕 | 受信者の組織とアドレスを示す
\`\`\`

## まとめ

リンクを開く前に、送信元と用件を別の手段で確かめてほしい[^m]。

[^m]: 確かめる先は、メールに書かれた電話番号ではなく、名簿などで分かっている番号とする。
`;
const RANSOMWARE = `グループ会社で暗号化の被害が生じたとの情報提供があった。

## 攻撃の手口

侵入から暗号化まで 3 日ほどであった。流れを[図](#flow)に示す。

\`\`\`attack-flow 攻撃の流れ {#flow}
[組織内ネットワーク] VPN 装置、AD、サーバ・パソコン
VPN 装置: 脆弱性に対応する間、多要素認証を止めていた
攻撃者 -> VPN 装置: 窃取した認証情報で接続し、組織内へ侵入
攻撃者 -> AD: 脆弱性を悪用し、管理者の権限を奪取
AD -> サーバ・パソコン: ping で稼働を調べる
AD -> サーバ・パソコン: 遠隔実行で暗号化のプログラムを動かす
従業員 -> サーバ・パソコン: ファイルが開けないと気付き、被害が発覚
\`\`\`

### 初期侵入

多要素認証を 1 週間ほど止めていた間に侵入された（[図](#flow)-②）。止めた理由は情報提供外のため不明である。

### 被害

| 対象 | 割合 | 復旧 |
| :-- | --: | :-- |
| サーバ | 約 7 割 | 初期化して再構築 |
| 業務用パソコン | 約 2 割 | 順次入替え |

## まとめ

> バックアップは、取得するときだけ接続する。

1. 認証を弱めるときは、期間と代わりの手立てを先に決める。
2. 復旧の手順を、年に 1 度は試す。
`;
