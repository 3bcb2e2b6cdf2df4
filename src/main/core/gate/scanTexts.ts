import type { Finding } from "../sanitising/finding.ts";
import type { Sanitiser, SanitiserOptions } from "../sanitising/sanitiser.ts";

/** For the last look and for lists of indicators: words never published before are not asked for in them. */
export type ScanTextsOptions = Omit<SanitiserOptions, "novelty">;

/** Characters sent to the engine in one message. */
const MESSAGE_LENGTH = 400_000;

/**
 * What is found in each of thousands of texts; equal ones are looked at once.
 * @throws AppError call.cancelled, thread.stopped
 */
export async function scanTexts(
  sanitiser: Sanitiser,
  texts: readonly string[],
  options: ScanTextsOptions,
): Promise<Finding[][]> {
  const found = new Map<string, Finding[]>();
  for (const message of messagesOf(new Set(texts))) {
    const findings = await sanitiser.scanAll(message, { ...options, novelty: false });
    for (const [index, text] of message.entries()) found.set(text, findings[index] ?? []);
  }
  return texts.map((text) => found.get(text) ?? []);
}

function messagesOf(texts: Iterable<string>): string[][] {
  const messages: string[][] = [];
  let length = MESSAGE_LENGTH;
  for (const text of texts) {
    if (text.trim() === "") continue;
    if (length >= MESSAGE_LENGTH) {
      messages.push([]);
      length = 0;
    }
    messages.at(-1)?.push(text);
    length += text.length;
  }
  return messages;
}
