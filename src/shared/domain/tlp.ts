import { z } from "zod";

/** TLP 2.0 (FIRST, August 2022). Labels are never translated. */
export const TLP_LABELS = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

/**
 * Reads a label as people and tools write it (`TLP:WHITE` of 1.0, `tlp:amber`, `AMBER + STRICT`).
 * @returns the 2.0 label, or undefined when it is none.
 */
export function readTlp(text: string): TlpLabel | undefined {
  const name = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s+/g, "")
    .replace(/^TLP:?/, "");
  const current = name === "WHITE" ? "CLEAR" : name;
  return TLP_LABELS.find((label) => label === `TLP:${current}`);
}

export const Tlp = z.enum(TLP_LABELS);
