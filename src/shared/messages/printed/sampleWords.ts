/** Words that the sample casebook is made with; they become records of the book. */
export const sampleWords = {
  author: "佐伯",
  releasers: ["長谷川", "望月"],
  how: "メール",
  lookedAt: "一般に用いられる語であり、情報提供元を示さないことを確認した。",
} as const;
