import type { Labels } from "./maskSpans.ts";
import { nextLabel } from "./pseudonymLabels.ts";
import type { PseudonymRecord } from "./pseudonymRepository.ts";

const OUTSIDE = "outside:";

/** The entity of one who is in no roster, as the engine has it. */
const entityOf = ({ externalId, outside }: PseudonymRecord): string | null =>
  externalId ?? (outside === null ? null : OUTSIDE + outside);

export type Allotted = { entity: string; label: string };

/**
 * Who is behind which letter in one text, and which letter is next. Letters that the text says and nobody is known to be behind
 * are never given out again.
 */
export class PseudonymLedger {
  /** Entity → label, for the engine. */
  readonly labels: Record<string, string> = {};
  readonly #taken: Set<string>;

  constructor(records: readonly PseudonymRecord[], spoken: Iterable<string> = []) {
    for (const record of records) {
      const entity = entityOf(record);
      if (entity !== null) this.labels[entity] = record.label;
    }
    this.#taken = new Set([...spoken, ...records.map(({ label }) => label)]);
  }

  /** The label of an entity: the one it has, or the next of its role. */
  labelFor(entity: string): string {
    return this.labels[entity] ?? nextLabel(entity.startsWith(OUTSIDE) ? "outsider" : "participant", this.#taken);
  }

  allot(entity: string): Allotted {
    const label = this.labelFor(entity);
    this.labels[entity] = label;
    this.#taken.add(label);
    return { entity, label };
  }

  with(entity: string): Labels {
    return { ...this.labels, [entity]: this.labelFor(entity) };
  }
}

/** The name behind `outside:NAME`; undefined for an organisation of the roster. */
export function outsideName(entity: string): string | undefined {
  return entity.startsWith(OUTSIDE) ? entity.slice(OUTSIDE.length) : undefined;
}
