import { expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { passphraseProblem } from "./passphraseProblem.ts";

const words = messages.ja.firstStart;

it("counts characters as a person does, and says how many are missing", () => {
  expect(passphraseProblem("𠮷𠮷𠮷𠮷𠮷𠮷", "", words)).toEqual({ first: words.passphraseTooShort(2), second: null });
  expect(passphraseProblem("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", words)).toEqual({ first: null, second: null });
});

it("says beside the second field that the two differ", () => {
  expect(passphraseProblem("correct horse", "correct hearse", words).second).toBe(words.passphraseDiffers);
});
