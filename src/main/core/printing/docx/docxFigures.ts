import { reportWords } from "#shared/messages/printed/reportWords.ts";
import { element, joinXml, type Xml } from "../../documents/openXml/xml.ts";
import { readPictureSize } from "../pictureSize.ts";
import type { Drawing, MailSpans, ReportBlock } from "../reportBlocks.ts";
import { textRun, type RunPlace } from "./docxRuns.ts";
import { cell, table, TEXT_WIDTH, type TableRow } from "./docxTables.ts";

type Figure = Extract<ReportBlock, { kind: "figure" }>;

const TINT = "EEF2F7";
const MASK = "D5DAE2";
const NAVY = "24406B";
/** Behind the parts of an address, in turn. */
const PART_TONES = ["DBE6F4", "F4E3DC", "E4ECDC", "ECE2F0"];

/** A figure and its caption. Drawings become tables, so that their words stay words; pictures are put in as they are. */
export function figureBlocks(figure: Figure, place: RunPlace): Xml {
  const { start, end } = place.parts.bookmark(figure.id);
  const caption = joinXml([start, textRun(figure.number, { bold: true }), end, textRun(`　${figure.caption}`)]);
  return joinXml([drawingToXml(figure, place), styled("Caption", caption)]);
}

function styled(style: string, ...content: readonly Xml[]): Xml {
  return element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": style })), ...content);
}

const words = (text: string, bold = false): Xml =>
  styled("TableText", textRun(text, bold ? { bold, colour: NAVY } : {}));

function drawingToXml(figure: Figure, place: RunPlace): Xml {
  const { drawing, caption, alt } = figure;
  const look = { boxed: true, title: caption, description: alt };
  switch (drawing.kind) {
    case "attack-flow":
      return table({ ...look, ...attackFlow(drawing) });
    case "url-anatomy":
      return urlAnatomy(drawing, look);
    case "mail":
      return table({ ...look, ...mailTable(drawing) });
    case "image":
      return picture(drawing, alt, place);
    case "source":
      return styled("Code", textRun(drawing.text));
    case "scheme":
      return table({ ...look, rows: schemeRows(drawing) });
  }
}

function attackFlow({ nodes, groups, steps }: Extract<Drawing, { kind: "attack-flow" }>): {
  rows: TableRow[];
  widths: number[];
} {
  const { step, from, to, action, within } = reportWords.flow;
  const widths = [700, 2000, 2000, TEXT_WIDTH - 4700];
  const head: TableRow = {
    isHead: true,
    cells: [step, from, to, action].map((name) => cell([words(name, true)], { shade: TINT })),
  };
  const places = groups.map(({ name, nodes: members }): TableRow => ({
    isHead: false,
    cells: [
      cell(
        [
          words(
            within(
              name,
              members.map((member) => nodes[member] ?? ""),
            ),
          ),
        ],
        { span: 4 },
      ),
    ],
  }));
  const rows = steps.map(({ mark, from: start, to: end, text }): TableRow => ({
    isHead: false,
    cells: [mark, nodes[start] ?? "", start === end ? "" : (nodes[end] ?? ""), text].map((said) => cell([words(said)])),
  }));
  return { rows: [head, ...places, ...rows], widths };
}

function urlAnatomy({ parts }: Extract<Drawing, { kind: "url-anatomy" }>, look: object): Xml {
  const address = parts.map(({ text, number, mark }) => {
    const shade = number === 0 ? {} : { shade: PART_TONES[(number - 1) % PART_TONES.length] ?? TINT };
    return joinXml([textRun(mark, { colour: NAVY }), textRun(text, { fixed: true, ...shade })]);
  });
  const named = parts.filter(({ meaning }) => meaning !== "");
  const rows: TableRow[] = [
    { isHead: false, cells: [cell([styled("TableText", ...address)], { span: 2 })] },
    ...named.map(({ mark, meaning }) => ({ isHead: false, cells: [cell([words(mark)]), cell([words(meaning)])] })),
  ];
  return table({ ...look, rows, widths: [700, TEXT_WIDTH - 700] });
}

function spans(line: MailSpans): Xml {
  return joinXml(
    line.map(({ text, masked }) => textRun(text, masked ? { gothic: true, shade: MASK } : { gothic: true })),
  );
}

function mailTable({ headers, body }: Extract<Drawing, { kind: "mail" }>): { rows: TableRow[]; widths: number[] } {
  const heads = headers.map(({ name, value }): TableRow => ({
    isHead: false,
    cells: [cell([words(name, true)], { shade: TINT }), cell([styled("TableText", spans(value))], { shade: TINT })],
  }));
  const lines = body.length === 0 ? [styled("TableText")] : body.map((line) => styled("TableText", spans(line)));
  return { rows: [...heads, { isHead: false, cells: [cell(lines, { span: 2 })] }], widths: [1600, TEXT_WIDTH - 1600] };
}

function schemeRows(scheme: Extract<Drawing, { kind: "scheme" }>): TableRow[] {
  const row = (text: string, bold = false): TableRow => ({ isHead: false, cells: [cell([words(text, bold)])] });
  return [
    row(scheme.participants, true),
    ...scheme.sigs.map(({ name, size }) => row(`${name} ${size}`)),
    row(`${scheme.hub} ${scheme.role}`, true),
    row(scheme.frameworksTitle, true),
    ...scheme.frameworks.map((name) => row(name)),
  ];
}

/** English Metric Units in the width of the text: 635 in a twentieth of a point. */
const TEXT_WIDTH_EMU = TEXT_WIDTH * 635;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** The picture's bytes go in as they came: what was drawn anew is not drawn once more. */
function picture({ path, width }: Extract<Drawing, { kind: "image" }>, alt: string, { parts }: RunPlace): Xml {
  const bytes = parts.files.get(path);
  const size = bytes && readPictureSize(bytes);
  if (bytes === undefined || size === undefined) return styled("Code", textRun(alt));
  const id = parts.nextDrawing();
  const known = [...parts.media].find(([, kept]) => kept === bytes)?.[0];
  const name = known ?? `media/image${parts.media.size + 1}.${size.extension}`;
  parts.media.set(name, bytes);
  const cx = Math.round(TEXT_WIDTH_EMU * width);
  const cy = Math.round((cx * size.heightPx) / size.widthPx);
  const title = `Picture ${id}`;
  const fill = element(
    "pic:blipFill",
    {},
    element("a:blip", { "r:embed": parts.ofDocument.add("image", name) }),
    element("a:stretch", {}, element("a:fillRect")),
  );
  const frame = element(
    "pic:spPr",
    {},
    element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx, cy })),
    element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
  );
  const naming = element(
    "pic:nvPicPr",
    {},
    element("pic:cNvPr", { id, name: title, descr: alt }),
    element("pic:cNvPicPr"),
  );
  const graphic = element(
    "a:graphic",
    { "xmlns:a": `${DRAWING}/main` },
    element(
      "a:graphicData",
      { uri: `${DRAWING}/picture` },
      element("pic:pic", { "xmlns:pic": `${DRAWING}/picture` }, naming, fill, frame),
    ),
  );
  const inline = element(
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element("wp:extent", { cx, cy }),
    element("wp:docPr", { id, name: title, descr: alt }),
    graphic,
  );
  return element(
    "w:p",
    {},
    element("w:pPr", {}, element("w:keepNext"), element("w:jc", { "w:val": "center" })),
    element("w:r", {}, element("w:drawing", {}, inline)),
  );
}
