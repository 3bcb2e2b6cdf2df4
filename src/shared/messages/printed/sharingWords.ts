/**
 * Words of what goes to recipients of a sharing beside the bulletin itself. They are Japanese whatever the language of the
 * window, and name neither providers nor other recipients.
 */
export const sharingWords = {
  followUp: (title: string) => `${title}（続報）`,
  bulletinFile: (day: string, version: number) =>
    version === 1 ? `情報共有_${day}.pdf` : `情報共有_${day}_第${version}版.pdf`,
  indicatorsFile: (day: string, version: number) =>
    version === 1 ? `インジケータ_${day}.csv` : `インジケータ_${day}_第${version}版.csv`,
  reminder: {
    subject: "【ご確認のお願い】お送りした情報共有について",
    body: (sent: readonly { day: string; title: string }[]) =>
      [
        "ご担当者様",
        "",
        "日頃より情報共有にご協力いただき、ありがとうございます。",
        "次の情報共有について、同様の攻撃が見られたかどうかをお知らせください。見当たらなかった場合も、その旨だけで結構です。",
        "",
        ...sent.map(({ day, title }) => `・${day} ${title}`),
        "",
        "お寄せいただいた内容を、お断りなくほかの組織に伝えることはありません。",
      ].join("\n"),
  },
} as const;
