/**
 * The one place that puts words on the system clipboard. Only what the gate gave back comes here (`gate.clear`), and what a
 * person copied unsanitised by a command of their own, which is written down (`gate.copyUnsanitised`).
 */
export function writeClipboard(cleared: string): Promise<void> {
  return navigator.clipboard.writeText(cleared);
}
