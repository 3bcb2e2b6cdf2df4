import type { ErrorCode, ErrorParams } from "../errors.ts";
import type { Messages } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { ja } from "./ja/index.ts";

export const LANGUAGES = ["ja", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type { Messages };

export const messages: Record<Language, Messages> = { ja, en };

/** The sentence for a failure: what, why and what to do. */
export function describeError(error: { code: ErrorCode; params: ErrorParams }, language: Language): string {
  return messages[language].errors[error.code](error.params);
}
