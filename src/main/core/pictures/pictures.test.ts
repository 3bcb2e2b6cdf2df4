import { describe, expect, it } from "vitest";
import type { PictureReading } from "#shared/contract/pictures.ts";
import { addPicture as keepAsItCame } from "../cases/pictures.ts";
import type { BookSession } from "../database/bookSession.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { readText } from "../sanitising/textRepository.ts";
import { artifactIdOf, readArtifact } from "../storage/artifactStore.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { joined, motley, pngWith, readPictureFixture, readPictureKinds, text } from "../testing/pictureFiles.ts";
import { createWriteup, rewriteWriteup } from "../writeups/writeupService.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { decodePicture } from "./decodePicture.ts";
import { isBarePicture } from "./isBarePicture.ts";
import { findPictureIds } from "./pictureIds.ts";
import { addPicture, maskPicture, readPicture } from "./pictureService.ts";

const ROSTER = [
  {
    type: "organization",
    id: "O1",
    name: "あさひ精密工業株式会社",
    reading: "アサヒセイミツコウギョウ",
    aliases: ["あさひ精密工業"],
    domains: ["asahi-seimitsu.example"],
    persons: [{ name: "佐藤 健一", reading: "さとう けんいち", email: "sato.kenichi@asahi-seimitsu.example" }],
    phones: ["03-5550-1234"],
  },
  {
    type: "report",
    id: "R1",
    receivedAt: "2022-12-02T10:00:00+09:00",
    provider: { organization: "O1" },
    victim: { organization: "O1" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審メール",
    cases: ["C1"],
  },
];

const caseWith = (narrative: string) => ({
  type: "case",
  id: "C1",
  title: "人事部を装うメール",
  kind: "phishing",
  openedAt: "2022-12-01",
  origin: "provided",
  narrative,
});

/** A book whose one write-up was born from a narrative with this picture, kept there as it came. */
async function openWithPicture(picture: Uint8Array) {
  const { session } = openTestBook([
    caseWith(
      `差出人が hr-notice@login-portal.example である画面の写しを受け取った。\n\n![届いたメール](artifact:${artifactIdOf(picture)} "#mail")\n`,
    ),
    ...ROSTER,
  ]);
  session.write("cases.addImage", (db) => keepAsItCame(db, { fileName: "写し.png", bytes: picture }, session.now()));
  const sanitiser = createSanitiser(session);
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const id = await createWriteup(session, sanitiser, caseId);
  return { session, sanitiser, ref: { kind: "writeup", id } as const };
}

const shownIn = (session: BookSession, ref: Parameters<typeof readText>[1]): string =>
  findPictureIds(session.read((db) => readText(db, ref)).body)[0] ?? "";

const read = async ({
  session,
  sanitiser,
  ref,
}: Awaited<ReturnType<typeof openWithPicture>>): Promise<PictureReading> =>
  readPicture(session, sanitiser, { text: ref, artifactId: shownIn(session, ref) }, new AbortController().signal);

const foundIn = ({ findings }: PictureReading) => findings.map(({ kind, severity }) => `${severity} ${kind}`);

const noSignal = new AbortController().signal;

describe("a picture in a write-up", () => {
  it("is drawn anew when it is taken over from a narrative, which keeps its own", async () => {
    const original = pngWith(motley(90, 61), { type: "tEXt", data: text("Author\0佐藤 健一") });
    const { session, sanitiser, ref } = await openWithPicture(original);
    const shown = session.read((db) => readArtifact(db, shownIn(session, ref))).bytes;
    expect(isBarePicture(shown)).toBe(true);
    expect(decodePicture(shown)).toEqual(motley(90, 61));
    expect(session.read((db) => readArtifact(db, artifactIdOf(original))).bytes).toEqual(Buffer.from(original));
    await rewriteWriteup(session, sanitiser, ref.id);
    expect(shownIn(session, ref)).toBe(artifactIdOf(shown));
  });

  it("stays as it is when it cannot be drawn, for the gate to refuse", async () => {
    const torn = pngWith(motley(90, 61)).subarray(0, 200);
    const { session, ref } = await openWithPicture(torn);
    expect(shownIn(session, ref)).toBe(artifactIdOf(torn));
  });

  it("is kept anew when it is added, with what was dropped told", async () => {
    const { session } = openTestBook();
    const file = joined(pngWith(motley(90, 61), { type: "tEXt", data: text("Author\0佐藤") }), text("behind"));
    const { artifactId, metadata } = await addPicture(session, { fileName: "佐藤様.png", bytes: file });
    expect(isBarePicture(session.read((db) => readArtifact(db, artifactId)).bytes)).toBe(true);
    expect(metadata.map(({ name }) => name)).toEqual(["png.tEXt.Author", "after-end"]);
    await expect(addPicture(session, { fileName: "a.gif", bytes: text("GIF89a") })).rejects.toMatchObject({
      code: "cases.not-a-picture",
      params: { file: "a.gif" },
    });
  });

  it("tells what its words give away, and where; what the boxes cover is gone from the pixels", async () => {
    const book = await openWithPicture(readPictureFixture("mailOnScreen.png"));
    const { session, ref } = book;
    const reading = await read(book);
    expect([reading.widthPx, reading.heightPx]).toEqual([860, 400]);
    const places = reading.findings.filter(({ severity }) => severity === "must").flatMap(({ boxes }) => boxes);
    /** Where the fixture says it: the addressee, the company, its person, its telephone, the dark band. */
    const said = [
      { x: 130, y: 69 },
      { x: 300, y: 69 },
      { x: 60, y: 142 },
      { x: 50, y: 167 },
      { x: 190, y: 268 },
      { x: 240, y: 319 },
      { x: 120, y: 362 },
    ];
    const unseen = said.filter(
      ({ x, y }) => !places.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height),
    );
    expect(unseen).toEqual([]);
    expect(new Set(foundIn(reading))).toContain("must organization");

    const before = shownIn(session, ref);
    const masked = await maskPicture(session, { text: ref, artifactId: before, boxes: places, style: "fill" });
    expect(shownIn(session, ref)).toBe(masked.artifactId);
    expect(masked.artifactId).not.toBe(before);
    const bytes = session.read((db) => readArtifact(db, masked.artifactId)).bytes;
    expect(isBarePicture(bytes)).toBe(true);
    const { rgb, width } = decodePicture(bytes);
    for (const box of places) {
      for (let y = box.y; y < box.y + box.height; y += 1) {
        const row = rgb.subarray((y * width + box.x) * 3, (y * width + box.x + box.width) * 3);
        expect(row.every((value) => value === 0)).toBe(true);
      }
    }
    // What is left is the attackers' own address.
    expect((await read(book)).findings.map((finding) => [finding.reads, finding.isLookedAt])).toEqual([
      ["hr-notice@login-portal.example", true],
    ]);
  }, 60_000);

  it.each([
    { fixture: "chatOnDark.png", least: ["must organization", "must domain", "must phone"] },
    { fixture: "paleText.png", least: ["must organization", "must person"] },
    { fixture: "smallText.png", least: ["must organization", "must person", "must phone"] },
  ])(
    "is read in $fixture too",
    async ({ fixture, least }) => {
      const found = foundIn(await read(await openWithPicture(readPictureFixture(fixture))));
      expect(found).toEqual(expect.arrayContaining(least));
    },
    60_000,
  );

  it("is looked at and masked only where the text shows it", async () => {
    const { session, sanitiser, ref } = await openWithPicture(pngWith(motley(90, 61)));
    const elsewhere = await addPicture(session, { fileName: "b.png", bytes: pngWith(motley(20, 20)) });
    const stranger = { text: ref, artifactId: elsewhere.artifactId };
    const refused = { code: "record.not-found" };
    const boxes = [{ x: 0, y: 0, width: 5, height: 5 }];
    await expect(readPicture(session, sanitiser, stranger, noSignal)).rejects.toMatchObject(refused);
    await expect(maskPicture(session, { ...stranger, boxes, style: "fill" })).rejects.toMatchObject(refused);
  });

  it("is drawn anew from a JPEG as well", async () => {
    const progressive = readPictureKinds("jpeg").find(({ name }) => name === "progressive")?.file ?? new Uint8Array();
    const { session, ref } = await openWithPicture(progressive);
    expect(isBarePicture(session.read((db) => readArtifact(db, shownIn(session, ref))).bytes)).toBe(true);
  });
});
