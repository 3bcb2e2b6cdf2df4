/** UTF-7 (RFC 2152), which the Encoding Standard leaves out and old Outlook and filter evaders still send. */
const SHIFTED = /\+([A-Za-z0-9+/]*)-?/g;

export function isUtf7Label(label: string): boolean {
  return /^["']?(?:x-)?(?:unicode-1-1-)?utf-?7\b/i.test(label.trim());
}

/** @param ascii text of 7-bit characters; what is no UTF-7 in it stays as it is */
export function decodeUtf7(ascii: string): string {
  return ascii.replaceAll(SHIFTED, (run: string, base64: string) => {
    if (base64 === "") return run === "+-" ? "+" : run;
    const bytes = Buffer.from(base64, "base64");
    // Whole UTF-16 units, high byte first; the bits left over are padding.
    const units = bytes.subarray(0, bytes.length - (bytes.length % 2));
    const text = units.swap16().toString("utf16le");
    return text === "" || !text.isWellFormed() ? run : text;
  });
}
