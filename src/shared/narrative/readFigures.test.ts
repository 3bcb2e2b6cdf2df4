import { describe, expect, it } from "vitest";
import { readAttackFlow } from "./readAttackFlow.ts";
import { readMailFigure } from "./readMailFigure.ts";
import { readUrlAnatomy } from "./readUrlAnatomy.ts";

describe("readAttackFlow", () => {
  it("numbers nodes by appearance, keeps a group together, accepts full-width signs", () => {
    const { flow, issues } = readAttackFlow(
      [
        "[組織内ネットワーク] VPN 装置、AD、サーバ",
        "① 攻撃者 -> VPN 装置: 認証情報を悪用して侵入",
        "従業員 → 攻撃者：返信",
        "AD: 管理者の権限を奪取",
        "VPN 装置 => サーバ: https://a.example/ を暗号化",
      ].join("\n"),
    );
    expect(issues).toEqual([]);
    expect(flow.nodes).toEqual(["攻撃者", "VPN 装置", "AD", "サーバ", "従業員"]);
    expect(flow.groups).toEqual([{ name: "組織内ネットワーク", nodes: [1, 2, 3] }]);
    expect(flow.steps).toEqual([
      { from: 0, to: 1, text: "認証情報を悪用して侵入" },
      { from: 4, to: 0, text: "返信" },
      { from: 2, to: 2, text: "管理者の権限を奪取" },
      { from: 1, to: 3, text: "https://a.example/ を暗号化" },
    ]);
  });

  it("says on which line it cannot read on, and keeps the rest", () => {
    const { flow, issues } = readAttackFlow(
      ["A -> B: 侵入", "", "ただの文", "-> B: 何か", "A -> B", "[空]"].join("\n"),
    );
    expect(flow.steps).toHaveLength(1);
    expect(issues).toEqual([
      { code: "figure.no-arrow-or-colon", line: 3, text: "ただの文" },
      { code: "figure.missing-end", line: 4, text: "-> B: 何か" },
      { code: "figure.missing-text", line: 5, text: "A -> B" },
      { code: "figure.empty-group", line: 6, text: "[空]" },
    ]);
    expect(readAttackFlow(" \n").issues[0]?.code).toBe("figure.empty");
  });
});

describe("readUrlAnatomy", () => {
  it("reads parts and meanings", () => {
    expect(readUrlAnatomy("hxxps://a[.]example/ | 検査サービス\n?u= \n#x\\|y｜識別子")).toEqual({
      parts: [
        { text: "hxxps://a[.]example/", meaning: "検査サービス" },
        { text: "?u=", meaning: "" },
        { text: "#x|y", meaning: "識別子" },
      ],
      issues: [],
    });
    expect(readUrlAnatomy("a | b\n | c").issues).toEqual([{ code: "figure.missing-part", line: 2, text: "| c" }]);
  });
});

describe("readMailFigure", () => {
  it("reads headers, body and masks", () => {
    const { mail, issues } = readMailFigure(
      "差出人: 人事部 <hr@〔偽ドメイン〕>\n件名：確認\n\n〔氏名〕様\n\n本文: です",
    );
    expect(issues).toEqual([]);
    expect(mail.headers).toEqual([
      { name: "差出人", value: "人事部 <hr@〔偽ドメイン〕>" },
      { name: "件名", value: "確認" },
    ]);
    expect(mail.body).toEqual([
      [
        { text: "〔氏名〕", masked: true },
        { text: "様", masked: false },
      ],
      [],
      [{ text: "本文: です", masked: false }],
    ]);
    expect(readMailFigure("ヘッダでない\n\n本文").issues).toEqual([
      { code: "figure.no-header", line: 1, text: "ヘッダでない" },
    ]);
  });
});
