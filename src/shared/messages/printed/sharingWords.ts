import { hubWords } from "./quarterWords.ts";
import { textWords } from "./textWords.ts";

const versionOf = (version: number): string => (version > 1 ? `_${textWords.issue.version(version)}` : "");

/**
 * Words of what goes to recipients of a sharing beside the bulletin itself. They are Japanese whatever the language of the
 * window, and name neither providers nor other recipients.
 */
export const sharingWords = {
  followUp: (title: string) => `${title}（続報）`,
  /** Names of files: of no title and no party, which could tell. */
  packetFile: (day: string, number: number) => `ご確認のお願い_${day.replaceAll("-", "")}-${number}.pdf`,
  mailFile: (day: string, number: number) => `ご確認のお願い_${day.replaceAll("-", "")}-${number}.eml`,
  bulletinFile: (number: string, version: number) =>
    `${hubWords.scheme}_${textWords.kind.bulletin}_${number}${versionOf(version)}.pdf`,
  listFile: (number: string, version: number) =>
    `${hubWords.scheme}_${textWords.indicators.title}_${number}${versionOf(version)}.csv`,
  noticeFile: (kind: "correction" | "withdrawal", name: string) =>
    `${hubWords.scheme}_${textWords.notice.file[kind]}_${name}.pdf`,
  reminderFile: (day: string, number: number) => `お願い_${day.replaceAll("-", "")}-${number}.eml`,
  indicatorColumns: { kind: "種別", value: "値" },
  reminder: {
    subject: "【ご確認のお願い】お送りした情報共有について",
    body: (sent: readonly { day: string; number: string | null; title: string }[]) =>
      [
        "ご担当者様",
        "",
        "日頃より情報共有にご協力いただき、ありがとうございます。",
        "次の情報共有について、同様の攻撃が見られたかどうかをお知らせください。見当たらなかった場合も、その旨だけで結構です。",
        "",
        ...sent.map(({ day, number, title }) => `・${[day, ...(number === null ? [] : [number]), title].join(" ")}`),
        "",
        "お寄せいただいた内容を、お断りなくほかの組織に伝えることはありません。",
      ].join("\n"),
  },
} as const;
