import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers, OnChanged } from "#shared/rpc/contractTypes.ts";

/** What a host (worker, command line, test) tells the core when it starts. Plain values: they cross a thread border. */
export type CoreOptions = {
  /** Folder of new casebooks; made when first needed. */
  booksFolder: string;
  /** Folder of the list of known books; made when first needed. */
  stateFolder: string;
  /** A casebook to put first in the list of known books (`npm start -- PATH`). */
  bookPath?: string;
};

/** The running core. `handlers` answer the contract; the rest is for the host only and never reaches a window. */
export type Core = {
  handlers: Handlers<CoreContract>;
  /** Topics that a committed command changed. */
  onChanged: OnChanged;
  /** The whole content of an artifact of the open book, for the shell to save. Fails with `record.not-found`. */
  readArtifact(artifactId: string): Promise<Uint8Array>;
  /** Closes the open book; nothing of it stays in memory. */
  close(): Promise<void>;
};
