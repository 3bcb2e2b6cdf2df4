import type { DeskFinding } from "#shared/contract/sanitising.ts";

/** A finding of a text, with what a test says of it. */
export function makeFinding(fields: Partial<DeskFinding> = {}): DeskFinding {
  const text = fields.text ?? "椋淵精機";
  const start = fields.start ?? 0;
  return {
    key: `key-${start}`,
    where: "body",
    start,
    end: start + text.length,
    text,
    kind: "organization",
    severity: "review",
    entity: null,
    via: [],
    reads: text,
    sentence: text,
    group: "group",
    decision: null,
    plain: false,
    proposals: { mask: "A社", generalise: [] },
    ...fields,
  };
}
