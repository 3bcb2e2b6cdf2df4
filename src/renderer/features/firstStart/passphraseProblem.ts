import { PASSPHRASE_MIN_LENGTH } from "#shared/contract/casebook.ts";
import type { Messages } from "#shared/messages/messages.ts";

/** What is wrong with a new passphrase typed twice; characters are counted as a person counts them. */
export function passphraseProblem(
  first: string,
  second: string,
  messages: Messages["firstStart"],
): { first: string | null; second: string | null } {
  const length = [...first].length;
  if (length < PASSPHRASE_MIN_LENGTH) {
    return { first: messages.passphraseTooShort(PASSPHRASE_MIN_LENGTH - length), second: null };
  }
  return { first: null, second: first === second ? null : messages.passphraseDiffers };
}
