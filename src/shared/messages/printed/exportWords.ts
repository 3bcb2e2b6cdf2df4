import type { FigureName } from "../../domain/vocabulary.ts";

/** Words of lists and exchange files that leave; Japanese whatever the language of the window. */
export const exportWords = {
  /** A case or sharing whose title may not be told, or has none that may. */
  neutralCase: (number: number) => `案件${number}`,
  neutralSharing: (number: number) => `情報共有${number}`,
  listTitle: "インジケータ一覧",
  quarterTitle: (quarter: string) => `インジケータ一覧（${quarter}）`,
  sheets: { figures: "集計値", indicators: "インジケータ" },
  columns: {
    kind: "種別",
    value: "値",
    defanged: "無害化した値",
    firstSeen: "初出日",
    title: "件名",
    tlp: "TLP",
    item: "項目",
  },
  figures: {
    provided: "IPAへの情報提供件数",
    shared: "参加組織への情報共有実施件数",
    "hub-origin": "うちIPA独自",
    targeted: "標的型攻撃とみなしたもの",
    sigs: "業界（SIG）",
    organizations: "参加組織",
  } satisfies Record<FigureName, string>,
} as const;
