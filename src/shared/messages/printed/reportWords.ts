/**
 * Words of the printed quarterly report. It is published in Japanese whatever the language of the window, so these have
 * no English counterpart. No space is set between Japanese and Latin: the typesetter makes the quarter space.
 */
export const reportWords = {
  figureNumber: (number: number) => `図${number}`,
  tableNumber: (number: number) => `表${number}`,
  seeChapter: (chapter: number) => ({ before: "これについて", link: `${chapter}章`, after: "で述べる。" }),
  citedAbove: (note: number) => `前掲注${note}`,
  contents: "目次",
  end: "以上",
  /** An attack flow where it is written as a table. */
  flow: {
    step: "順",
    from: "から",
    to: "へ",
    action: "内容",
    within: (group: string, members: readonly string[]) => `${group}: ${members.join("、")}`,
  },
  alt: {
    attackFlow: (caption: string, steps: string) => `${caption}。攻撃の流れを順に示す図。${steps}`,
    attackStep: (mark: string, from: string, to: string, text: string) =>
      from === to ? `${mark} ${from}: ${text}。` : `${mark} ${from}から${to}へ: ${text}。`,
    urlAnatomy: (caption: string, parts: string) => `${caption}。URLを部分に分けて示す図。${parts}`,
    urlPart: (text: string, meaning: string) => (meaning === "" ? `${text}。` : `${text}（${meaning}）。`),
    mail: (caption: string, text: string) => `${caption}。メールの画面を示す図。${text}`,
    image: (caption: string) => caption,
    source: (caption: string, text: string) => `${caption}。${text}`,
  },
} as const;
