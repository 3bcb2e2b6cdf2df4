import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import type { KnownBook } from "#shared/contract/casebook.ts";
import { AppError } from "#shared/errors.ts";
import { atomicWrite, mapFileError } from "../storage/atomicWrite.ts";

export const BOOK_ENDING = ".casebook";

const LIST_FILE = "known-books.json";
const ListFile = z.object({ books: z.array(z.object({ path: z.string(), openedAt: z.number() })) });
type Opened = z.output<typeof ListFile>["books"];

export type KnownBooksOptions = { booksFolder: string; stateFolder: string; bookPath?: string };

/** The casebooks of this machine: those opened before, and those in the folder of new ones. */
export type KnownBooks = {
  list(): KnownBook[];
  /** @throws AppError casebook.not-found */
  pathOf(id: string): string;
  noteOpened(path: string, atMs: number): void;
  /**
   * Where a new book of this name will lie; its folder is made.
   * @throws AppError casebook.exists, storage.no-permission
   */
  placeFor(name: string): string;
};

/** Opaque, so that no path reaches the window; stable, so that the window can remember its choice. */
function idOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}

const FORBIDDEN_IN_NAMES = '\\/:*?"<>|';

/** A file name that all three file systems take: Windows forbids most, and ends no name in a dot or space. */
function fileNameOf(name: string): string {
  const characters = [...name].map((character) =>
    character < " " || FORBIDDEN_IN_NAMES.includes(character) ? "_" : character,
  );
  const safe = characters.join("").replace(/[. ]+$/, "");
  return (safe || "casebook") + BOOK_ENDING;
}

export function createKnownBooks({ booksFolder, stateFolder, bookPath }: KnownBooksOptions): KnownBooks {
  const listPath = join(stateFolder, LIST_FILE);

  function readOpened(): Opened {
    try {
      return ListFile.parse(JSON.parse(readFileSync(listPath, "utf8"))).books;
    } catch {
      // No list yet, or one that a crash of the machine spoiled: the books themselves are untouched.
      return [];
    }
  }

  function allPaths(): Map<string, number | null> {
    const paths = new Map<string, number | null>();
    if (bookPath !== undefined) paths.set(resolve(bookPath), null);
    for (const { path, openedAt } of readOpened().sort((a, b) => b.openedAt - a.openedAt)) paths.set(path, openedAt);
    if (existsSync(booksFolder)) {
      for (const file of readdirSync(booksFolder)
        .filter((name) => name.endsWith(BOOK_ENDING))
        .sort()) {
        const path = resolve(booksFolder, file);
        if (!paths.has(path)) paths.set(path, null);
      }
    }
    return paths;
  }

  return {
    list: () =>
      [...allPaths()].map(([path, openedAt]) => {
        const missing = !existsSync(path);
        return {
          id: idOf(path),
          name: basename(path, BOOK_ENDING),
          sizeBytes: missing ? 0 : statSync(path).size,
          openedAt,
          missing,
        };
      }),
    pathOf(id) {
      const path = [...allPaths().keys()].find((candidate) => idOf(candidate) === id);
      if (path === undefined) throw new AppError("casebook.not-found", { file: "" });
      return path;
    },
    noteOpened(path, atMs) {
      const full = resolve(path);
      const books = [{ path: full, openedAt: atMs }, ...readOpened().filter((book) => book.path !== full)].slice(0, 50);
      mkdirSync(stateFolder, { recursive: true });
      atomicWrite(listPath, JSON.stringify({ books }, null, 2));
    },
    placeFor(name) {
      try {
        mkdirSync(booksFolder, { recursive: true });
      } catch (error) {
        throw mapFileError(error, booksFolder);
      }
      const path = resolve(booksFolder, fileNameOf(name));
      if (existsSync(path)) throw new AppError("casebook.exists", { file: basename(path) });
      return path;
    },
  };
}
