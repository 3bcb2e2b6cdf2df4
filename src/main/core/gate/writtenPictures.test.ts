import { expect, it } from "vitest";
import { decodePicture } from "../pictures/decodePicture.ts";
import { drawPicture } from "../pictures/drawPicture.ts";
import { encodePng } from "../pictures/encodePng.ts";
import { readWords } from "../pictures/readWords.ts";
import { turnUpright } from "../pictures/turnUpright.ts";
import { readPictureFixture } from "../testing/pictureFiles.ts";
import { printText, type PrintedText } from "../printing/printText.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { artifactIdOf } from "../storage/artifactStore.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { findLeaks } from "./findLeaks.ts";
import { readBack } from "./reading/readBack.ts";

const LINES = [{ type: "organization", id: "O1", name: "あさひ精密工業株式会社" }];

function textShowing(bytes: Uint8Array): PrintedText {
  const id = artifactIdOf(bytes);
  return {
    kind: "writeup",
    title: "不審なメール",
    body: `次の画面のとおりであった。\n\n![届いたメール](artifact:${id} "#mail")\n`,
    tlp: null,
    pap: null,
    stamp: null,
    day: "2023-01-10",
    number: null,
    issue: null,
    indicators: [],
    pictures: new Map([[id, bytes]]),
    references: new Map(),
  };
}

it.each(["pdf", "docx"] as const)(
  "%s: what a picture in it says is read by OCR",
  async (format) => {
    const { bytes } = await drawPicture({ fileName: "a.png", bytes: readPictureFixture("mailOnScreen.png") });
    const written = await printText(textShowing(bytes), format);
    const reading = await readBack({ bytes: written, format, fileName: "a" });
    // To the byte what was taken in: so it is read once, however often it is written out.
    expect(reading.pictures.map((picture) => artifactIdOf(picture.bytes))).toEqual([artifactIdOf(bytes)]);
    const sanitiser = createSanitiser(openTestBook(LINES).session);
    const options = { parties: ["O1"], outsiders: [], allowed: [] };
    const leaks = await findLeaks(reading, sanitiser, options);
    expect(leaks).toContainEqual(expect.objectContaining({ place: "picture", kind: "organization" }));
    const blind = await findLeaks({ ...reading, pictures: [] }, sanitiser, options);
    expect(blind.filter(({ kind }) => kind === "organization")).toEqual([]);
  },
  60_000,
);

// As EXIF numbers them: on its head, and by a quarter.
it.each([3, 8])(
  "reads a picture whose letters are turned (%i)",
  async (orientation) => {
    const upright = decodePicture(readPictureFixture("paleText.png"));
    const { text } = await readWords(encodePng(turnUpright(upright, orientation)));
    expect(text.replaceAll(/\s/gu, "")).toMatch(/あさひ精密工業/u);
  },
  60_000,
);
