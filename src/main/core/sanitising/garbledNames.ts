import type { CompiledRoster } from "./compileRoster.ts";
import { charsetTable } from "./decoders/charsetTables.ts";
import type { Sighting } from "./matchView.ts";
import { dropLegalForm } from "./patterns/legalForms.ts";

/** What text was written in, and what it is read as most often by mistake. */
const WRITTEN = ["utf-8", "shift_jis", "euc-jp"] as const;
const READ = ["windows-1252", "latin1", "shift_jis", "euc-jp", "gbk", "euc-kr", "utf-8"] as const;
/** What stands for bytes that meant nothing in the wrong charset. */
const LOST = /[\ufffd\u0080-\u009f?・]/g;
const MAY_BE_GARBLED = /[\ufffd\u0080-\u009f\uac00-\ud7a3]|[^\p{ASCII}]\?/u;
/** Hangul is nowhere else in these texts, so that all of a name may have become it. */
const HANGUL = /[\uac00-\ud7a3]/;
const SHORTEST = 4;
const MOST_NAMES = 400;

type Name = { text: string; kind: "organization" | "person"; organization: number };

/**
 * Names of the parties, garbled so that some of it was lost (æ�±æœ‹): it cannot be turned back, but who knows the name finds it. What can be
 * turned back is the decoder's, but for what Korean readers make of it.
 *
 * @param parties indexes of the organisations that the text is about
 */
export function garbledSightings(text: string, roster: CompiledRoster, parties: ReadonlySet<number>): Sighting[] {
  if (parties.size === 0 || !MAY_BE_GARBLED.test(text)) return [];
  const { kept, places } = dropLost(text);
  return namesOf(roster, parties)
    .slice(0, MOST_NAMES)
    .flatMap((name) =>
      garbledForms(name.text).flatMap((form) =>
        placesOf(kept, form).map((at): Sighting => {
          const start = places[at] ?? 0;
          const end = (places[at + form.length - 1] ?? start) + 1;
          const lost = /^[\ufffd\u0080-\u009f?]+/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
          const { kind, organization } = name;
          return { start, end: end + lost, kind, organization, severity: "must", how: "mojibake" };
        }),
      ),
    );
}

function dropLost(text: string): { kept: string; places: Int32Array } {
  const places = new Int32Array(text.length);
  let kept = "";
  let from = 0;
  for (const { index } of text.matchAll(LOST)) {
    for (let at = from; at < index; at += 1) places[kept.length + at - from] = at;
    kept += text.slice(from, index);
    from = index + 1;
  }
  for (let at = from; at < text.length; at += 1) places[kept.length + at - from] = at;
  return { kept: kept + text.slice(from), places };
}

function namesOf({ organizations }: CompiledRoster, parties: ReadonlySet<number>): Name[] {
  return [...parties].flatMap((organization): Name[] => {
    const entry = organizations[organization];
    if (!entry) return [];
    const names = [entry.name, dropLegalForm(entry.name), ...entry.aliases];
    const persons = entry.persons.flatMap(({ name }) => [
      name,
      name.replaceAll(/\s+/g, ""),
      name.replaceAll(/\s+/g, "　"),
    ]);
    return [
      ...names.map((text): Name => ({ text, kind: "organization", organization })),
      ...persons.map((text): Name => ({ text, kind: "person", organization })),
    ].filter(({ text }) => /[^\p{ASCII}]/u.test(text));
  });
}

/** Every way a name is garbled with a loss, without what stands for the lost bytes. */
function garbledForms(name: string): string[] {
  const forms = WRITTEN.flatMap((written) => {
    const bytes = writeAs(name, written);
    return READ.filter((read) => read !== written).map((read) => keepWhole(readAs(bytes, read)));
  });
  return [...new Set(forms)].filter((form) =>
    HANGUL.test(form) ? /[^\p{ASCII}]{2}/u.test(form) : form.length >= SHORTEST && /[^\p{ASCII}]{3}/u.test(form),
  );
}

function writeAs(text: string, charset: (typeof WRITTEN)[number]): Uint8Array {
  if (charset === "utf-8") return Buffer.from(text);
  const table = charsetTable(charset);
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const written = unit < 0x80 ? unit : (table[unit] ?? 0);
    if (written > 0xff) bytes.push(written >> 8);
    bytes.push(written & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** A TextDecoder's latin1 is windows-1252. */
const readAs = (bytes: Uint8Array, charset: (typeof READ)[number]): string =>
  charset === "latin1" ? Buffer.from(bytes).toString("latin1") : new TextDecoder(charset).decode(bytes);

const MUCH = 6;

/** @returns nothing where nothing was lost, or too much to know it by: a third, of a longer one the half */
function keepWhole(garbled: string): string {
  const kept = garbled.replaceAll(LOST, "");
  const share = kept.length / garbled.length;
  const isKnown = share >= 2 / 3 || (share >= 1 / 2 && kept.length >= MUCH);
  return (share < 1 || HANGUL.test(kept)) && isKnown ? kept : "";
}

function placesOf(text: string, form: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) places.push(at);
  return places;
}
