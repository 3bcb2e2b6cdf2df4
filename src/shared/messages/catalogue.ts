import type { ja } from "./ja/index.ts";

/** Every string a person reads. Japanese is the model; English must have the same keys with the same parameters. */
export type Messages = typeof ja;
