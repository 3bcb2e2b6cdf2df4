import { defangText } from "./defangText.ts";
import type { Finding } from "./finding.ts";
import { findTokens, type Labels, type Mask } from "./maskSpans.ts";
import { neutralFigureLabels } from "./neutralFigureLabels.ts";
import { PseudonymLedger, type Allotted } from "./pseudonymLedger.ts";
import { countPlaces, lettersIn, replaceLabels } from "./pseudonymLabels.ts";
import type { PseudonymRecord } from "./pseudonymRepository.ts";
import { applyMasks, linksInside, MOST_WRAPPERS } from "./sanitise.ts";
import type { Sanitiser, SanitiserOptions } from "./sanitiser.ts";
import { settleLabels } from "./settleLabels.ts";
import { asNamed, shapeMasks } from "./shapeMask.ts";
import { fitMasks } from "./textEdits.ts";

/** Whose names are at stake, as the engine takes them. */
export type Stake = Pick<SanitiserOptions, "parties" | "outsiders">;

export type MaskedText = {
  title: string;
  body: string;
  /** What was given out in this text, beyond what the ledger had. */
  allotted: Allotted[];
};

/** Encodings inside what was masked show in the next round. */
const ROUNDS = 3;
/** Of letters that no text says: what stands for an organisation until its place in the order is known. */
const PROVISIONAL = "Q";

/**
 * Takes everything out of a text that must not be in it: organisations become letters in the order in which the masked text names them,
 * attackers' addresses are defanged, Markdown keeps its blocks.
 *
 * @param ledger who has a letter in this text already; they keep it
 */
export async function maskText(
  sanitiser: Sanitiser,
  original: { title: string; body: string },
  stake: Stake,
  ledger: readonly PseudonymRecord[] = [],
): Promise<MaskedText> {
  const spoken = lettersIn(`${original.title}\n${original.body}`);
  const known = new PseudonymLedger(ledger, spoken);
  const provisional = new ProvisionalLabels(known.labels, spoken);
  const title = await maskPart(sanitiser, original.title, stake, provisional);
  const body = await maskPart(sanitiser, neutralFigureLabels(original.body), stake, provisional);
  const order = provisional.inOrderOf(`${title}\n${body}`);
  const allotted = order.map(({ entity }) => known.allot(entity));
  const changes = new Map(order.map(({ label }, index) => [label, allotted[index]?.label ?? label]));
  const settle = (text: string) => settleLabels(replaceLabels(text, changes));
  return { title: settle(title).replaceAll(/\s*\n\s*/gu, " "), body: settle(body), allotted };
}

class ProvisionalLabels {
  readonly labels: Record<string, string>;
  readonly #given = new Map<string, string>();
  readonly #spoken: ReadonlySet<string>;

  constructor(known: Labels, spoken: readonly string[]) {
    this.labels = { ...known };
    this.#spoken = new Set([...spoken, ...Object.values(known)]);
  }

  give(entity: string): void {
    if (this.labels[entity] !== undefined) return;
    let number = this.#given.size;
    const labelOf = (count: number) => `${PROVISIONAL}${letters(count)}社`;
    while (this.#spoken.has(labelOf(number))) number += 1_000;
    this.labels[entity] = labelOf(number);
    this.#given.set(entity, labelOf(number));
  }

  /** Those that a text says, by their first place in it. */
  inOrderOf(text: string): { entity: string; label: string }[] {
    return [...this.#given]
      .map(([entity, label]) => ({ entity, label, place: text.indexOf(label) }))
      .filter(({ label, place }) => place >= 0 && countPlaces(text, label) > 0)
      .toSorted((a, b) => a.place - b.place);
  }
}

/** Three letters, the first of which no label of this application has. */
function letters(number: number): string {
  const digit = (value: number) => String.fromCharCode(65 + (value % 26));
  return `Z${digit(Math.floor(number / 676))}${digit(Math.floor(number / 26))}${digit(number)}`;
}

async function maskPart(
  sanitiser: Sanitiser,
  text: string,
  stake: Stake,
  provisional: ProvisionalLabels,
): Promise<string> {
  let masked = await unwrapPart(sanitiser, text, stake);
  for (let round = 0; round < ROUNDS; round += 1) {
    const findings = (await sanitiser.scan(masked, { ...stake, novelty: false })).filter(isMust);
    if (findings.length === 0) break;
    for (const { kind, entity } of findings.map(asNamed))
      if (kind === "organization" && entity !== undefined) provisional.give(entity);
    masked = applyMasks(masked, masksOf(masked, findings, provisional.labels));
  }
  // What is left goes by the engine's own rounds, and addresses are defanged.
  const { text: clean } = await sanitiser.sanitise(masked, { ...stake, labels: provisional.labels });
  // The words of a link and where it leads are two addresses, though nothing but brackets stands between.
  return clean.split("](").map(defangText).join("](");
}

/** Links of attackers come out of their wrappers first: what they say is kept, and has to be looked at anew. */
async function unwrapPart(sanitiser: Sanitiser, text: string, stake: Stake): Promise<string> {
  let unwrapped = text;
  for (let round = 0; round < MOST_WRAPPERS; round += 1) {
    const findings = (await sanitiser.scan(unwrapped, { ...stake, novelty: false })).filter(isMust);
    const links = linksInside(unwrapped, findings);
    if (links.length === 0) break;
    unwrapped = applyMasks(unwrapped, fitMasks(unwrapped, links));
  }
  return unwrapped;
}

const isMust = ({ severity }: Finding) => severity === "must";

/** What to put in the place of findings, so that Markdown stays what it is. */
function masksOf(text: string, findings: readonly Finding[], labels: Labels): Mask[] {
  const tokens = findTokens(text);
  const masks = findings.flatMap((finding) => shapeMasks(text, finding, tokens, labels));
  return fitMasks(text, masks);
}
