import { monthsOf, partsOf, type Quarter } from "../../domain/quarter.ts";
import type { NotSharedReason } from "../../domain/vocabulary.ts";

/**
 * Sentences of the printed quarterly report, which is Japanese whatever the language of the window. Facts of the hub
 * (its name, addresses of its desks) stand here too; numbers and names of records are put in by the caller.
 */
export const hubWords = {
  publisher: "独立行政法人情報処理推進機構（IPA）",
  hub: "IPA",
  role: "情報ハブ（集約点）",
  scheme: "J-CSIP",
  series: "サイバー情報共有イニシアティブ（J-CSIP）",
  schemeNote: "IPAが情報ハブ（集約点）となり、サイバー攻撃に関する情報を参加組織の間で分かち合う取り組み。",
  schemeUrl: "https://www.ipa.go.jp/security/J-CSIP/",
} as const;

/** 12,345: figures of four digits and more are grouped. */
export function printNumber(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** 10月～12月 */
export function printMonths(quarter: Quarter): string {
  const { first, last } = monthsOf(quarter);
  return `${first}月～${last}月`;
}

/** 2022年10月～12月 */
export function printQuarter(quarter: Quarter): string {
  return `${partsOf(quarter).year}年${printMonths(quarter)}`;
}

/** 2022年12月31日, from YYYY-MM-DD. */
export function printDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2017年10月, from YYYY-MM. */
export function printMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年${number}月`;
}

/** 5年余り, 1年9か月, 3か月: how long something that began in a month has gone on by a quarter's end. */
function printAge(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return `${rest}か月`;
  if (rest === 0) return `${years}年`;
  return years >= 3 ? `${years}年余り` : `${years}年${rest}か月`;
}

const count = (value: number, unit: string): string => `${printNumber(value)}${unit}`;

export const quarterWords = {
  title: "運用状況",
  period: (quarter: Quarter) => `［${printQuarter(quarter)}］`,
  pdfTitle: (quarter: Quarter) => `${hubWords.series} 運用状況［${printQuarter(quarter)}］`,
  runningTitle: `${hubWords.series} 運用状況`,
  fileName: (quarter: Quarter) => `J-CSIP運用状況_${quarter}.pdf`,
  /** What is not released for publication says so in its name and on every page. */
  draftFileName: (quarter: Quarter) => `J-CSIP運用状況_${quarter}_下書き.pdf`,
  draftStamp: "下書き・公開前",

  lead: {
    opening: hubWords.series,
    report: (quarter: Quarter) => {
      const { year } = partsOf(quarter);
      return `の${year}年${monthsOf(quarter).last}月末の運用体制と、${printQuarter(quarter)}の運用状況を報告する。`;
    },
    chapters: "1章と2章で全体の状況を示し、3章以降で本四半期に分析した主な事例を取り上げる。",
    noChapters: "1章で体制を、2章で全体の状況を示す。",
  },

  structure: {
    title: "運用体制",
    opening: (quarter: Quarter) => `${printQuarter(quarter)}（以下、本四半期）は、`,
    noChange: "参加組織の増減はなく、",
    changes: (joined: string, left: string) =>
      `${[joined === "" ? "" : `新たに${joined}が加わり`, left === "" ? "" : `${left}が離れて`].filter((part) => part !== "").join("、")}、`,
    changeOfSig: (sig: string, organizations: number) => `${sig}の${count(organizations, "組織")}`,
    size: (sigs: number, organizations: number) => `${count(sigs, "業界")}${count(organizations, "組織")}`,
    total: "全体で",
    frameworks: (number: number, labels: string) => `、および${number}つの情報連携体制（${labels}）`,
    frameworksOnly: (number: number, labels: string) => `${number}つの情報連携体制（${labels}）`,
    closing: "の体制である",
    seeFigure: { before: "（", after: "）。" },
    noFigure: "。",
    membershipNote: (distinct: number) =>
      `複数の業界に関わる組織は、複数のSIG（業界ごとのグループ）に属していることがある。ここでは延べ数で示す（実数は${count(distinct, "組織")}）。`,
    membershipNotePlain: "SIG（業界ごとのグループ）に属する組織の延べ数。",
    later: (day: string, sigs: number, organizations: number) =>
      `本四半期の件数はこの体制で数えたものである。その後の増減により、${printDay(day)}現在では${count(sigs, "業界")}${count(organizations, "組織")}となっている。`,
    unknown: "参加組織の名簿は案件帳に登録されていない。",
    caption: `${hubWords.scheme}の体制図`,
    participants: (sigs: number, organizations: number) =>
      `参加組織　${count(sigs, "業界")}${count(organizations, "組織")}`,
    sigSize: (organizations: number) => count(organizations, "組織"),
    frameworksTitle: "情報連携体制",
    gives: "情報提供",
    shares: "情報共有",
    alt: (participants: string, sigs: string, frameworks: string) =>
      `${hubWords.hub}を情報ハブとし、${participants}（${sigs}）${frameworks === "" ? "" : `と情報連携体制（${frameworks}）`}が情報を提供し、共有を受ける体制の図。`,
  },

  state: {
    title: (quarter: Quarter) => `運用状況（${printQuarter(quarter)}）`,
    opening:
      "2.1で情報提供と情報共有の件数を示し、2.2で参加組織から提供された情報、2.3でIPAが収集した情報のあらましを述べる。",
  },

  counts: {
    title: "情報提供・情報共有の実施件数",
    opening: (month: number, scope: string) =>
      `サイバー攻撃に関する情報（不審メール、不正通信、インシデント等）がIPAへ提供された件数と、IPAから参加組織へ情報共有を行った件数（${month}月末時点${scope === "" ? "" : `、${scope}`}）を、表1に示す。`,
    scope: (sigs: number, organizations: number, frameworks: number) =>
      [
        sigs > 0 ? `${count(sigs, "のSIG")}と全${count(organizations, "組織")}` : "",
        frameworks > 0 ? `${frameworks}つの情報連携体制` : "",
      ]
        .filter((part) => part !== "")
        .join("、") + "の合算",
    caption: "情報提供および情報共有の状況",
    headNumber: "項番",
    headItem: "項目",
    year: (year: number) => `${year}年`,
    provided: "IPAへの情報提供件数",
    shared: "参加組織への情報共有実施件数",
    items: (value: number) => count(value, "件"),
    unknown: "―",
    difference: (practices: string) => `${practices}があるため、情報提供件数と情報共有実施件数は一致しない。`,
    practices: {
      joined: "同じ攻撃の情報が複数の組織から提供されたときに1件にまとめて共有すること",
      mass: "無差別に送られたメール等を情報共有の対象としないこと",
      benign: "問題がないと確認できた情報を共有しないこと",
      declined: "情報提供元の意向により共有しないこと",
    } satisfies Record<NotSharedReason, string>,
    hubOrigin: (items: number) => `IPAが独自に入手した情報による${count(items, "件")}を含む。`,
    note: "注",
    noRecord: "「―」は、記録のない四半期を表す。",
    revised: (quarter: Quarter, figure: string, before: number, after: number) =>
      `${printQuarter(quarter)}の${figure}は、公表後に${count(before, "件")}から${count(after, "件")}に改めた。`,
    revisedFigures: {
      provided: "情報提供件数",
      shared: "情報共有実施件数",
      "hub-origin": "IPA独自の件数",
      targeted: "標的型攻撃の件数",
    } as Record<string, string | undefined>,
    targeted: (provided: number, targeted: number) =>
      targeted === 0
        ? `本四半期の情報提供${count(provided, "件")}のうち、標的型攻撃に関する情報（攻撃メールや検体等）とみなしたものはなかった。`
        : `本四半期の情報提供${count(provided, "件")}のうち、標的型攻撃に関する情報（攻撃メールや検体等）とみなしたものは${count(targeted, "件")}であった。`,
    noneProvided: "本四半期に参加組織からの情報提供はなかった。",
    undetermined: (items: number) => `なお、${count(items, "件")}は分析中であり、標的型攻撃の件数に含めていない。`,
    outside: (items: number) =>
      `このほか、参加組織以外から${count(items, "件")}の情報提供があった（表1には含まない）。`,
  },

  provided: {
    title: "参加組織から提供された情報",
    opening: "参加組織から提供された情報の主なものは、次のとおりである。",
    none: "本四半期に参加組織から提供され、ここで取り上げる情報はない。",
    group: (category: string, items: number) => (items > 0 ? `${category}（${count(items, "件")}）` : category),
    others: (list: string) => `このほか、${list}の情報提供があった。`,
    allOf: (list: string) => `本四半期は、${list}の情報提供があった。`,
    item: (category: string, items: number) => `${category}${count(items, "件")}`,
    and: "、",
  },

  collected: {
    title: "IPAが収集し共有した情報",
    opening: (items: number) =>
      items > 0
        ? `IPAでは、公開情報を含めて独自にサイバー攻撃の情報を収集し、必要に応じて参加組織へ共有している。本四半期に共有した${count(items, "件")}のうち、主なものを次に示す。`
        : "IPAでは、公開情報を含めて独自にサイバー攻撃の情報を収集し、必要に応じて参加組織へ共有している。",
    noneShared: "本四半期に、IPAが独自に入手した情報の共有は行っていない。",
    /** Within the quarter a campaign has no age yet. */
    campaign: (name: string, since: string, ageMonths: number, observed: boolean, items: number) => {
      const seen = items > 0 ? `（情報提供${count(items, "件")}）` : "";
      if (ageMonths < 3) {
        const began = `「${name}」は、${printMonth(since)}に始まったもの`;
        return observed ? `${began}で、本四半期に観測した${seen}。` : `${began}とされるが、本四半期は観測していない。`;
      }
      const watched = `「${name}」は、${printMonth(since)}から${printAge(ageMonths)}にわたって注視して`;
      return observed ? `${watched}おり、本四半期も観測した${seen}。` : `${watched}いるが、本四半期は観測していない。`;
    },
  },

  closing: [
    {
      title: "関連情報のご提供のお願い",
      paragraphs: [
        "本書で取り上げた事例について、J-CSIPでは関連する情報を求めています。同様の攻撃に気付かれた場合は、次の窓口まで情報をお寄せください。",
      ],
      contacts: [{ name: "J-CSIP事務局 ご連絡窓口（IPA）", url: "https://www.ipa.go.jp/security/J-CSIP/" }],
    },
    {
      title: "ウイルス・不正アクセスの届出のお願い",
      paragraphs: [
        "IPAは、国内のコンピュータウイルスの感染被害とコンピュータ不正アクセスの被害について届出を受け付けています。被害の実態をつかみ、対策に役立てるため、届出にご協力ください。",
      ],
      contacts: [
        {
          name: "コンピュータウイルス・不正アクセスに関する届出（IPA）",
          url: "https://www.ipa.go.jp/security/outline/todokede-j.html",
        },
      ],
    },
    {
      title: "標的型サイバー攻撃特別相談窓口",
      paragraphs: [
        "標的型サイバー攻撃を受けたとき、または疑いがあるときの相談を受け付けています。お気付きの点があれば、ご相談ください。",
      ],
      contacts: [{ name: "標的型サイバー攻撃特別相談窓口（IPA）", url: "https://www.ipa.go.jp/security/tokubetsu/" }],
    },
  ],
} as const;
