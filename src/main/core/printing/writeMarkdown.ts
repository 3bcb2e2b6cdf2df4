import { isDeepStrictEqual } from "node:util";
import { hubWords } from "#shared/messages/printed/quarterWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";
import type { Block, HeadingLevel, Inline, Narrative, Note } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { composeText } from "./composeText.ts";
import type { Reference } from "./content.ts";
import { words } from "./printWords.ts";
import type { PrintedDocument, PrintedText } from "./printedText.ts";
import { withoutRepeatedTitle } from "./withoutRepeatedTitle.ts";

/**
 * A text in the Markdown of narratives (figures as fenced blocks, pictures by their SHA-256), with its heading, labels and
 * list of indicators. It is written from the parsed text: what the parser did not see is not in the file.
 */
export function writeMarkdown(text: PrintedText): string {
  const { document } = composeText(text);
  const narrative = nameCitations(parseNarrative(text.body), text.references);
  const body = withoutRepeatedTitle(narrative.blocks, text.title);
  const written: Narrative = {
    blocks: [...headOf(text.title, document), ...lowerHeadings(body), ...endOf(document)],
    notes: narrative.notes,
  };
  return `${withoutNeedlessEscapes(writeNarrative(written)).trimEnd()}\n`;
}

/** Escapes inside harmless addresses (`evil\\[.]example`, `a\\_b`, `?a=1\\&b=2`), which a reader copies as they stand. */
const ESCAPES_IN_ADDRESSES = /\\(?=\[(?:\.|@|:|:\/\/)\])|(?<=[A-Za-z0-9])\\(?=_[A-Za-z0-9])|\\(?=&[A-Za-z0-9_]+=)/gu;

/** Takes escapes out of addresses where the text reads the same without them. */
function withoutNeedlessEscapes(markdown: string): string {
  const plain = markdown.replaceAll(ESCAPES_IN_ADDRESSES, "");
  return isDeepStrictEqual(parseNarrative(plain), parseNarrative(markdown)) ? plain : markdown;
}

const paragraph = (children: Inline[]): Block => ({ kind: "paragraph", children });
const heading = (level: HeadingLevel, text: string): Block => ({ kind: "heading", level, children: words(text) });
const LINE_END: Inline = { kind: "break" };
const strong = (text: string): Inline => ({ kind: "strong", children: words(text) });

function headOf(title: string, document: PrintedDocument): Block[] {
  const labels = [document.stamp, document.tlp, document.pap].filter((label) => label !== null);
  const imprint = [`${hubWords.series} ${document.kindTitle}`, ...document.imprint];
  return [
    ...(labels.length === 0 ? [] : [paragraph(labels.flatMap((label) => [strong(label), ...words(" ")]))]),
    heading(1, title),
    paragraph(imprint.flatMap((line, index): Inline[] => [...(index === 0 ? [] : [LINE_END]), ...words(line)])),
    ...(document.notice === null
      ? []
      : [
          paragraph([strong(document.notice.title)]),
          ...document.notice.paragraphs.map((row) => paragraph(plainRow(row))),
        ]),
    ...(document.handling?.lines ?? []).map(({ label, text }) => paragraph(words(`${label}: ${text}`))),
  ];
}

/** Rows of the house's own sentences hold text and links only. */
function plainRow(row: PrintedDocument["closing"][number]["paragraphs"][number]): Inline[] {
  return row.flatMap((item): Inline[] => {
    if (item.kind === "text" || item.kind === "break") return [item];
    if (item.kind === "link") return [{ kind: "link", url: item.url, children: plainRow(item.children) }];
    return [];
  });
}

function endOf({ indicators, closing }: PrintedDocument): Block[] {
  const list: Block[] =
    indicators === null
      ? []
      : [
          heading(2, indicators.title),
          paragraph(words(indicators.lead)),
          {
            kind: "table",
            align: ["none", "none"],
            head: [words(indicators.head.kind), words(indicators.head.value)],
            rows: indicators.rows.map(({ kind, value }): Inline[][] => [words(kind), [{ kind: "code", text: value }]]),
          },
        ];
  const requests = closing.flatMap(({ title, paragraphs, contacts }) => [
    heading(2, title),
    ...[...paragraphs, ...contacts].map((row) => paragraph(plainRow(row))),
  ]);
  return [...list, ...requests];
}

/** The title is the one heading of the first level: the text's own begin below it. */
function lowerHeadings(blocks: readonly Block[]): Block[] {
  const levels = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  const by = Math.max(0, 2 - Math.min(...levels, 2));
  return blocks.map((block) =>
    block.kind === "heading" ? { ...block, level: LEVELS[block.level + by - 1] ?? 6 } : block,
  );
}

const LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6];

/** A citation names a record of the book; in the file it becomes a note that says what it cites. */
function nameCitations(narrative: Narrative, references: ReadonlyMap<string, Reference>): Narrative {
  const own = new Set(narrative.notes.map(({ label }) => label.toLowerCase()));
  const cited = new Map<string, Note>();
  const name = (label: string): string => {
    const reference = references.get(label) ?? references.get(label.toLowerCase());
    if (own.has(label.toLowerCase()) || reference === undefined) return label;
    const known = cited.get(reference.id);
    if (known !== undefined) return known.label;
    const note = noteOf(reference, freeLabel(cited.size + 1, own));
    cited.set(reference.id, note);
    return note.label;
  };
  const blocks = narrative.blocks.map((block) => renameNotes(block, name));
  return { blocks, notes: [...narrative.notes, ...cited.values()] };
}

function freeLabel(number: number, taken: ReadonlySet<string>): string {
  const label = `${textWords.citation}${number}`;
  return taken.has(label) ? freeLabel(number + 1000, taken) : label;
}

function noteOf({ title, url }: Reference, label: string): Note {
  const children = words(title);
  const address: Inline[] = url === "" ? [] : [...words(" "), ...words(url)];
  return { label, blocks: [{ kind: "paragraph", children: [...children, ...address] }] };
}

function renameNotes<Node>(node: Node, name: (label: string) => string): Node;
function renameNotes(node: unknown, name: (label: string) => string): unknown {
  if (Array.isArray(node)) return node.map((child: unknown) => renameNotes(child, name));
  if (typeof node !== "object" || node === null) return node;
  if ("kind" in node && node.kind === "note" && "label" in node && typeof node.label === "string") {
    return { ...node, label: name(node.label) };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renameNotes(value, name)]));
}
