import { DISGUISES, type Disguise } from "./disguises.ts";
import { SCRIPT_DISGUISES } from "./scriptDisguises.ts";

export type { Disguise };

/** Those of texts, mails and links, and those of scripts and dumps. */
export const ALL_DISGUISES: readonly Disguise[] = [...DISGUISES, ...SCRIPT_DISGUISES];
