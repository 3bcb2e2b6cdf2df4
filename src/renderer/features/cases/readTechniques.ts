const TECHNIQUE = /^T\d{4}(\.\d{3})?$/;

/** Techniques named in a text, as ATT&CK writes them; full-width letters and digits are accepted. */
export function readTechniques(text: string): { ids: string[]; unknown: string | undefined } {
  const parts = text
    .normalize("NFKC")
    .toUpperCase()
    .split(/[\s,、]+/u)
    .filter((part) => part !== "");
  return { ids: parts.filter((part) => TECHNIQUE.test(part)), unknown: parts.find((part) => !TECHNIQUE.test(part)) };
}
