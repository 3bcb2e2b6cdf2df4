import { expect, it } from "vitest";
import { compileRoster } from "../compileRoster.ts";
import { scan } from "../scan.ts";

const roster = compileRoster([
  {
    id: "sagisaka",
    name: "鷺坂精機株式会社",
    reading: "さぎさかせいき",
    aliases: [],
    domains: [],
    persons: [],
    products: [],
    addresses: [],
    phones: [],
  },
]);
/** サギサカセイキ in Shift_JIS: the second byte of every character is ASCII. */
const BYTES = Buffer.from("8354834d8354834a835a8343834c", "hex");

it.each(["windows-1252", "macintosh", "windows-1251"])(
  "reads Shift_JIS taken for %s also where its second bytes are all ASCII",
  (wrong) => {
    const garbled = new TextDecoder(wrong).decode(BYTES);
    const findings = scan(`なお、${garbled}によれば`, roster, { parties: ["sagisaka"] });
    expect(findings.some(({ severity, entity }) => severity === "must" && entity === "sagisaka")).toBe(true);
  },
);
