import { createSanitiser } from "../../sanitising/sanitiser.ts";
import { openTestBook } from "../../testing/openTestBook.ts";
import { findLeaks, type Leak } from "../findLeaks.ts";
import { readBack, type WrittenFile } from "../reading/readBack.ts";

/** What the plants of the tests point to. */
export const SECRET = {
  name: "霧峰重工業株式会社",
  mail: "m.tsuzuki@kirimine.example",
  domain: "kirimine.example",
};

const LINES = [
  {
    type: "organization",
    id: "O1",
    name: SECRET.name,
    aliases: ["霧峰"],
    domains: [SECRET.domain],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: SECRET.mail }],
  },
];

/** Reads files back and scans them over a book that knows the secret. */
export function openLeakTest(): (file: WrittenFile, without?: readonly string[]) => Promise<Leak[]> {
  const sanitiser = createSanitiser(openTestBook(LINES).session);
  return async (file, without = []) =>
    findLeaks(await readBack(file, without), sanitiser, { parties: ["O1"], outsiders: [], allowed: [] });
}
