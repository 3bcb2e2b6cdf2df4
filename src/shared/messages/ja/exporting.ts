export const exporting = {
  leftOut: (count: number) => `情報提供元を推測できる観測情報 ${count} 件は、書き出していません。`,
  withoutRole: (count: number) => `攻撃者のものかどうかが未記入の観測情報 ${count} 件は、書き出していません。`,
  inexpressible: (count: number) => `この形式で表せない観測情報 ${count} 件は、書き出していません。`,
};
