import { reportWords } from "#shared/messages/printed/reportWords.ts";
import type { Block, FigureBlock, Inline, Note } from "#shared/narrative/narrative.ts";
import { drawFigure } from "./drawFigure.ts";
import { citedAbove, citeReference, printLink } from "./citeReference.ts";
import type {
  ContentBlock,
  ContentChapter,
  ContentIssue,
  DigestItem,
  OutlineEntry,
  Picture,
  Reference,
} from "./content.ts";
import { closeGaps, plainWords } from "./printWords.ts";
import type { ReportBlock, ReportInline } from "./reportBlocks.ts";
import { SectionNumbers } from "./sectionNumbers.ts";

/** What one chapter's words can refer to. */
type Scope = {
  caseId: string | null;
  notes: readonly Note[];
  figures: Map<string, number>;
  noteNumbers: Map<string, number>;
};

const EMPTY_SCOPE: Scope = { caseId: null, notes: [], figures: new Map(), noteNumbers: new Map() };

/** What numbering a whole document needs of it besides its parts. */
export type NumberedDocument = {
  /** Numbered chapters in their order, so that a digest can point to the chapter of its case. */
  chapters: readonly Pick<ContentChapter, "caseId">[];
  /** Records that `[^id]` may cite, by interchange id and by UUID. */
  references: ReadonlyMap<string, Reference>;
  /** Pictures of the narratives, by SHA-256. */
  pictures: ReadonlyMap<string, Picture>;
};

/** Gives numbers to sections, figures, tables and notes of one document, part after part, in the order of printing. */
export class DocumentNumbering {
  readonly outline: OutlineEntry[] = [];
  readonly issues: ContentIssue[] = [];
  readonly #content: NumberedDocument;
  readonly #chapterOf: Map<string, number>;
  /** Note number of the first citation, by reference id. */
  readonly #citations = new Map<string, number>();
  #figures = 0;
  #tables = 0;
  #notes = 0;
  /** Figures drawn so far in the current chapter, to take their numbers in order. */
  #drawn = 0;

  constructor(content: NumberedDocument) {
    this.#content = content;
    this.#chapterOf = new Map(
      content.chapters.flatMap(({ caseId }, index) => (caseId === null ? [] : [[caseId, index + 1]])),
    );
  }

  printChapter(
    chapter: ContentChapter,
    number: number,
  ): { id: string; title: string; newPage: boolean; blocks: ReportBlock[] } {
    const id = `chapter-${number}`;
    const title = closeGaps(chapter.title);
    this.outline.push({ id, level: 1, number: String(number), title, caseId: chapter.caseId });
    return { id, title, newPage: chapter.newPage, blocks: this.printPart(chapter, id, number) };
  }

  /** `number` is the chapter's, which its sections carry before their own; null for a text that stands alone. */
  printPart(chapter: ContentChapter, id: string, number: number | null = 0): ReportBlock[] {
    const scope: Scope = { caseId: chapter.caseId, notes: chapter.notes, figures: new Map(), noteNumbers: new Map() };
    const figures = chapter.blocks.flatMap(figuresOf);
    figures.forEach(({ label }, index) => {
      scope.figures.set(String(index + 1), this.#figures + index + 1);
      if (label !== "") scope.figures.set(label, this.#figures + index + 1);
    });
    this.#drawn = this.#figures;
    this.#figures += figures.length;
    const sections = new SectionNumbers(id, number, chapter.blocks);
    return chapter.blocks.flatMap((block) => this.#printBlock(block, scope, sections));
  }

  printRow(row: readonly Inline[], scope: Scope = EMPTY_SCOPE): ReportInline[] {
    return row.flatMap((item) => this.#printInline(item, scope));
  }

  #printBlock(block: ContentBlock, scope: Scope, sections: SectionNumbers): ReportBlock[] {
    const within = (blocks: readonly Block[], inner = scope): ReportBlock[] =>
      blocks.flatMap((child) => this.#printBlock(child, inner, sections));
    switch (block.kind) {
      case "heading":
        return this.#printHeading(block, scope, sections);
      case "paragraph":
        return [{ kind: "paragraph", children: this.printRow(block.children, scope) }];
      case "list":
        return [{ kind: "list", start: block.start, items: block.items.map((item) => within(item)) }];
      case "quote":
        return [{ kind: "quote", blocks: within(block.blocks) }];
      case "table":
        return [
          {
            kind: "table",
            align: block.align,
            head: block.head.map((cell) => this.printRow(cell, scope)),
            rows: block.rows.map((row) => row.map((cell) => this.printRow(cell, scope))),
          },
        ];
      case "code":
        return [{ kind: "code", text: block.text }];
      case "rule":
        return [{ kind: "rule" }];
      case "figure":
        return [this.#printFigure(block, scope)];
      case "scheme": {
        const { caption, alt, drawing } = block;
        return [{ kind: "figure", ...this.#nextFigure(), caption: closeGaps(caption), alt, drawing }];
      }
      case "counts":
        return [this.#printCounts(block.table, scope)];
      case "digest":
        return [
          { kind: "list", start: null, items: block.items.map((item) => this.#printDigest(item, scope, sections)) },
        ];
    }
  }

  #printDigest({ lead, matters }: DigestItem, scope: Scope, sections: SectionNumbers): ReportBlock[] {
    const printed = matters.flatMap(({ blocks, notes, caseId }) => {
      const own: Scope = { ...scope, caseId, notes, noteNumbers: new Map() };
      return [...blocks.flatMap((block) => this.#printBlock(block, own, sections)), ...this.#pointTo(caseId)];
    });
    if (lead === "") return printed;
    const children: ReportInline[] = [{ kind: "strong", children: [{ kind: "text", text: closeGaps(lead) }] }];
    return [{ kind: "paragraph", children }, ...printed];
  }

  #printHeading(block: Extract<Block, { kind: "heading" }>, scope: Scope, sections: SectionNumbers): ReportBlock[] {
    const { id, level, number } = sections.next(block.level);
    const title = closeGaps(plainWords(block.children));
    this.outline.push({ id, level, number, title, caseId: scope.caseId });
    // A note in a heading would be called again in the table of contents.
    return [{ kind: "heading", id, level, children: this.printRow(withoutNotes(block.children), scope) }];
  }

  #nextFigure(): { id: string; number: string } {
    this.#drawn += 1;
    return { id: `figure-${this.#drawn}`, number: reportWords.figureNumber(this.#drawn) };
  }

  #printFigure(figure: FigureBlock, scope: Scope): ReportBlock {
    const { drawing, alt, issues } = drawFigure(figure, this.#content.pictures);
    for (const { code, line, text } of issues) {
      this.issues.push({
        code: "figure-source",
        caseId: scope.caseId,
        figure: figure.caption,
        line,
        text,
        reason: code,
      });
    }
    return { kind: "figure", ...this.#nextFigure(), caption: closeGaps(figure.caption), alt, drawing };
  }

  #printCounts(table: Extract<ContentBlock, { kind: "counts" }>["table"], scope: Scope): ReportBlock {
    this.#tables += 1;
    return {
      ...table,
      id: `table-${this.#tables}`,
      number: reportWords.tableNumber(this.#tables),
      remarks: table.remarks.map(({ mark, children }) => ({ mark, children: this.printRow(children, scope) })),
    };
  }

  #pointTo(caseId: string | null): ReportBlock[] {
    const chapter = caseId === null ? undefined : this.#chapterOf.get(caseId);
    if (chapter === undefined) return [];
    const { before, link, after } = reportWords.seeChapter(chapter);
    const target = `chapter-${chapter}`;
    const children: ReportInline[] = [
      { kind: "text", text: before },
      { kind: "goto", target, children: [{ kind: "text", text: link }] },
      { kind: "text", text: after },
    ];
    return [{ kind: "paragraph", children }];
  }

  #printInline(item: Inline, scope: Scope): ReportInline[] {
    switch (item.kind) {
      case "text":
        return [{ kind: "text", text: closeGaps(item.text) }];
      case "emphasis":
      case "strong":
      case "deleted":
        return [{ kind: item.kind, children: this.printRow(item.children, scope) }];
      case "link":
        return [printLink(item.url, this.printRow(item.children, scope))];
      case "note":
        return [this.#printNote(item.label, scope)];
      case "figureReference":
        return [this.#printFigureReference(item.label, scope)];
      default:
        return [item];
    }
  }

  #printFigureReference(label: string, scope: Scope): ReportInline {
    const number = scope.figures.get(label);
    if (number === undefined)
      return { kind: "text", text: `${reportWords.figureNumber(0).replace("0", "")}「${label}」` };
    return {
      kind: "goto",
      target: `figure-${number}`,
      children: [{ kind: "text", text: reportWords.figureNumber(number) }],
    };
  }

  #printNote(label: string, scope: Scope): ReportInline {
    const own = scope.notes.find((note) => note.label.toLowerCase() === label.toLowerCase());
    const reference = this.#content.references.get(label) ?? this.#content.references.get(label.toLowerCase());
    if (own === undefined && reference === undefined) {
      this.issues.push({ code: "citation-unknown", caseId: scope.caseId, label });
      return { kind: "text", text: `[^${label}]` };
    }
    this.#notes += 1;
    const number = this.#notes;
    const known = own !== undefined ? scope.noteNumbers : this.#citations;
    const key = own !== undefined ? own.label : (reference?.id ?? label);
    const first = known.get(key);
    if (first === undefined) known.set(key, number);
    const paragraphs =
      own !== undefined
        ? first === undefined
          ? this.#printNoteText(own, scope)
          : [citedAbove(first, "")]
        : citeReference(reference?.title ?? label, reference?.url ?? "", first);
    return { kind: "note", id: `note-${number}`, number, paragraphs };
  }

  /** A note holds rows of words only; what else was written in it is flattened, and a note within it left out. */
  #printNoteText(note: Note, scope: Scope): ReportInline[][] {
    const rowsOf = (blocks: readonly Block[]): Inline[][] =>
      blocks.flatMap((block) => {
        if (block.kind === "paragraph" || block.kind === "heading") return [block.children];
        if (block.kind === "list") return block.items.flatMap(rowsOf);
        if (block.kind === "quote") return rowsOf(block.blocks);
        return block.kind === "code" ? [[{ kind: "code", text: block.text }]] : [];
      });
    return rowsOf(note.blocks).map((row) => this.printRow(withoutNotes(row), scope));
  }
}

function figuresOf(block: ContentBlock): { label: string }[] {
  if (block.kind === "figure" || block.kind === "scheme") return [block];
  if (block.kind === "list") return block.items.flat().flatMap(figuresOf);
  if (block.kind === "quote") return block.blocks.flatMap(figuresOf);
  if (block.kind !== "digest") return [];
  return block.items.flatMap(({ matters }) => matters.flatMap(({ blocks }) => blocks.flatMap(figuresOf)));
}

function withoutNotes(row: readonly Inline[]): Inline[] {
  return row
    .filter(({ kind }) => kind !== "note")
    .map((item) => ("children" in item ? { ...item, children: withoutNotes(item.children) } : item));
}
