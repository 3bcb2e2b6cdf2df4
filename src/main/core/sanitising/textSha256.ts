import { createHash } from "node:crypto";

/** A text as people consent to it: title and Markdown, to the character. */
export type ExactText = { title: string; body: string };

/** What approvals and releases are bound to, lower-case hex: any edit gives another. */
export function textSha256({ title, body }: ExactText): string {
  return createHash("sha256")
    .update(JSON.stringify([title, body]))
    .digest("hex");
}
