import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { hubWords, quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Block, Inline, Note } from "#shared/narrative/narrative.ts";
import { words } from "../printing/printWords.ts";
import type { ContentBlock, ContentChapter } from "../printing/content.ts";

type Structure = QuarterFigures["structure"];
/** The scheme on the day of publication, where that is later and differs (product.md, rule 5). */
export type LaterStructure = { day: string; sigs: number; organizations: number };

const SCHEME_LABEL = "scheme";
const MEMBERSHIP_NOTE = "membership";

/** Chapter 1: who takes part as of the quarter's last day, drawn from the roster. */
export function composeStructure(figures: QuarterFigures, later: LaterStructure | null): ContentChapter {
  const { structure } = figures;
  const drawn = structure.bySig.length > 0 || structure.frameworks.length > 0;
  const blocks: ContentBlock[] = [paragraph(describeStructure(figures, drawn))];
  if (later) blocks.push(paragraph(words(quarterWords.structure.later(later.day, later.sigs, later.organizations))));
  if (drawn) blocks.push(drawScheme(structure));
  return { caseId: null, title: quarterWords.structure.title, newPage: true, blocks, notes: notesOf(structure) };
}

function describeStructure({ quarter, structure }: QuarterFigures, drawn: boolean): Inline[] {
  const text = quarterWords.structure;
  const { sigs, organizations, frameworks } = structure;
  if (sigs === 0 && organizations === 0 && frameworks.length === 0) return words(text.unknown);
  const labels = frameworks.map(({ label }) => label).join("、");
  const sized = sigs > 0 || organizations > 0;
  const before = `${text.opening(quarter)}${describeChanges(structure)}${text.total}`;
  const frameworkWords = sized ? text.frameworks : text.frameworksOnly;
  const after = `${frameworks.length > 0 ? frameworkWords(frameworks.length, labels) : ""}${text.closing}`;
  return [
    ...words(sized ? before + text.size(sigs, organizations) : before),
    ...(sized ? [{ kind: "note", label: MEMBERSHIP_NOTE } as const] : []),
    ...words(after),
    ...(drawn
      ? [
          ...words(text.seeFigure.before),
          { kind: "figureReference", label: SCHEME_LABEL } as const,
          ...words(text.seeFigure.after),
        ]
      : words(text.noFigure)),
  ];
}

/** Joins and departures by SIG; organisations are not named. */
function describeChanges({ joined, left, bySig }: Structure): string {
  const text = quarterWords.structure;
  if (joined.length === 0 && left.length === 0) return bySig.length > 0 ? text.noChange : "";
  const perSig = (changes: Structure["joined"]): string => {
    const counts = new Map<string, number>();
    for (const { sigName } of changes) counts.set(sigName, (counts.get(sigName) ?? 0) + 1);
    return [...counts].map(([sig, organizations]) => text.changeOfSig(sig, organizations)).join("、");
  };
  return text.changes(perSig(joined), perSig(left));
}

function notesOf({ organizations, distinctOrganizations }: Structure): Note[] {
  const text = quarterWords.structure;
  const several = distinctOrganizations > 0 && distinctOrganizations < organizations;
  const note = several ? text.membershipNote(distinctOrganizations) : text.membershipNotePlain;
  return [{ label: MEMBERSHIP_NOTE, blocks: [paragraph(words(note))] }];
}

function drawScheme({ sigs, organizations, bySig, frameworks }: Structure): ContentBlock {
  const text = quarterWords.structure;
  const participants = text.participants(sigs, organizations);
  const boxes = bySig.map((sig) => ({ name: sig.name, size: text.sigSize(sig.organizations) }));
  const labels = frameworks.map(({ label }) => label);
  return {
    kind: "scheme",
    caption: text.caption,
    alt: text.alt(participants, boxes.map(({ name, size }) => `${name} ${size}`).join("、"), labels.join("、")),
    label: SCHEME_LABEL,
    drawing: {
      kind: "scheme",
      hub: hubWords.hub,
      role: hubWords.role,
      gives: text.gives,
      shares: text.shares,
      participants,
      sigs: boxes,
      frameworksTitle: text.frameworksTitle,
      frameworks: labels,
    },
  };
}

function paragraph(children: Inline[]): Block {
  return { kind: "paragraph", children };
}
