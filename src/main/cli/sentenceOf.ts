import { AppError } from "#shared/errors.ts";
import { describeError, type Language } from "#shared/messages/messages.ts";

/** Japanese by default, like the window; another language where the account's settings name one. */
export function cliLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const setting =
    environment.HUB_CASEBOOK_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(setting) ? "en" : "ja";
}

/** What went wrong, in one sentence; for what nobody foresaw the stack follows. */
export function sentenceOf(error: unknown, language: Language = cliLanguage()): string {
  if (error instanceof AppError) return describeError(error, language);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${describeError({ code: "internal", params: {} }, language)}\n${stack}`;
}
