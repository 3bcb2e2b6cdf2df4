import { describe, expect, it } from "vitest";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { readAttackFlow } from "#shared/narrative/readAttackFlow.ts";
import { readMailFigure } from "#shared/narrative/readMailFigure.ts";
import { readUrlAnatomy } from "#shared/narrative/readUrlAnatomy.ts";
import { CASE_ON_THE_DESK, readSampleLines } from "./readSampleBook.ts";

type Fields = Record<string, unknown>;
const lines = [...readSampleLines()].map((line): Fields => ({ ...line }));
const ofType = (type: string) => lines.filter((line) => line["type"] === type);
const stringsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
};

/** What leaves the hub: sharings, and the cases' words for the quarterly report. */
const outside = [
  ...ofType("sharing").map((line) => ({ id: line["id"], text: `${line["title"]}\n${line["body"]}` })),
  ...ofType("case").map((line) => ({
    id: line["id"],
    text: `${line["title"]}\n${line["summary"] ?? ""}\n${(line["id"] !== CASE_ON_THE_DESK && line["narrative"]) || ""}`,
  })),
  ...ofType("campaign").map((line) => ({ id: line["id"], text: `${line["name"]}\n${line["description"]}` })),
];

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s[\]]/gu, "");

describe("the texts that leave the hub", () => {
  it("name no participant, its persons, products, domains, addresses or machines", () => {
    const secrets = [
      ...ofType("organization").flatMap((line) => [
        ...["name", "reading", "nameEn", "aliases", "domains", "products", "addresses", "phones"].flatMap((field) =>
          stringsOf(line[field]),
        ),
        ...stringsOf(line["persons"]).flatMap((word) => [word, ...(/[一-龠]/u.test(word) ? word.split(" ") : [])]),
      ]),
      ...ofType("report").flatMap((line) =>
        (Array.isArray(line["observables"]) ? line["observables"] : []).flatMap((each: unknown) =>
          isVictim(each) ? [each.value] : [],
        ),
      ),
    ].map(fold);
    const found = outside.flatMap(({ id, text }) => {
      const folded = fold(text);
      return secrets.filter((secret) => folded.includes(secret)).map((secret) => `${String(id)}: ${secret}`);
    });
    expect(secrets.length).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  });

  it("write every indicator defanged", () => {
    const live = outside.flatMap(({ id, text }) =>
      [
        ...text.matchAll(
          /https?:\/\/|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|[a-z0-9-]\.(?:example|test)\b|[a-z]@[a-z]/gu,
        ),
      ].map(([hit]) => `${String(id)}: ${hit}`),
    );
    expect(live).toEqual([]);
  });

  it("keep one manner of writing: full-width marks, a space beside Latin and figures, no doubled words", () => {
    const slips = outside.flatMap(({ id, text }) => {
      const prose = text.replaceAll(/```[\s\S]*?```/gu, "").replaceAll(/\[\^[^\]]*\]|\[図\]\([^)]*\)-?/gu, "");
      return [
        ...prose.matchAll(
          /[ぁ-んァ-ヶ一-龠][A-Za-z0-9]|[A-Za-z0-9%][ぁ-んァ-ヶ一-龠]|[Ａ-Ｚａ-ｚ０-９]|[,.!?](?=[ぁ-ん一-龠])|をを|(?<!も)のの|がが|。。|、、| {2}| [、。）」]|[、。（「] /gu,
        ),
      ].map((hit) => `${String(id)}: ${prose.slice(Math.max(0, hit.index - 8), hit.index + 8)}`);
    });
    expect(slips).toEqual([]);
  });
});

describe("the narratives", () => {
  const references = new Set(ofType("reference").map((line) => line["id"]));
  const told = ofType("case").filter(
    (line) => typeof line["narrative"] === "string" && line["id"] !== CASE_ON_THE_DESK,
  );

  it("have one beside them that is not sanitised yet, with names, encoded ones among them", () => {
    const [noted] = ofType("case").filter((line) => line["id"] === CASE_ON_THE_DESK);
    for (const secret of ["碧泊海運", "伊庭 俊介", "safelinks"]) expect(String(noted?.["narrative"])).toContain(secret);
  });

  it("are three chapters", () => {
    expect(told.map((line) => line["id"])).toEqual(["C-2022-033", "C-2022-034", "C-2022-035"]);
  });

  it("cite references that are there", () => {
    const cited = ofType("case").flatMap((line) =>
      [...`${String(line["summary"] ?? "")}${String(line["narrative"] ?? "")}`.matchAll(/\[\^([^\]]+)\]/gu)].map(
        ([, label]) => label,
      ),
    );
    expect(cited.length).toBeGreaterThanOrEqual(5);
    expect(cited.filter((label) => !references.has(label))).toEqual([]);
  });

  it("have figures that can be drawn, and refer to them by their labels", () => {
    const kinds = told.flatMap((line) => {
      const source = String(line["narrative"]);
      const figures = parseNarrative(source).blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
      for (const figure of figures) {
        const read = { "attack-flow": readAttackFlow, "url-anatomy": readUrlAnatomy, mail: readMailFigure };
        const { issues } = figure.figure === "image" ? { issues: ["image"] } : read[figure.figure](figure.source);
        expect([figure.caption, issues]).toEqual([figure.caption, []]);
      }
      const labels = new Set(figures.map((figure) => figure.label));
      const named = [...source.matchAll(/\]\(#([^)]+)\)/gu)].map(([, label]) => label ?? "");
      expect(named.filter((label) => !labels.has(label))).toEqual([]);
      expect([...labels].filter((label) => !named.includes(label))).toEqual([]);
      return figures.map((figure) => figure.figure);
    });
    expect(kinds.sort()).toEqual(["attack-flow", "mail", "url-anatomy"]);
  });

  it("tell the ransomware in six steps", () => {
    const ransom = told.find((line) => line["kind"] === "ransomware");
    const figure = parseNarrative(String(ransom?.["narrative"])).blocks.find((block) => block.kind === "figure");
    expect(readAttackFlow(figure?.kind === "figure" ? figure.source : "").flow.steps).toHaveLength(6);
  });
});

function isVictim(value: unknown): value is { role: "victim"; value: string } {
  return typeof value === "object" && value !== null && "role" in value && value.role === "victim";
}
