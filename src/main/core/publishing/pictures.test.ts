import { deflateSync, crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../documents/renderPdf.ts";
import { numberReport } from "./numberReport.ts";
import { readPictureSize } from "../printing/pictureSize.ts";
import { makeChapter, makeReportContent } from "./reportContentFixture.ts";

function makePng(widthPx: number, heightPx: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((widthPx + 1) * heightPx, 128);
  for (let y = 0; y < heightPx; y += 1) rows[y * (widthPx + 1)] = 0;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

describe("pictures in a report", () => {
  it("reads the size of PNG and JPEG, and of nothing else", () => {
    expect(readPictureSize(makePng(320, 200))).toEqual({ widthPx: 320, heightPx: 200, extension: "png" });
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 200, 1, 64, 1, 0, 0, 0);
    expect(readPictureSize(jpeg)).toEqual({ widthPx: 320, heightPx: 200, extension: "jpg" });
    expect(readPictureSize(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff))).toBeUndefined();
    expect(readPictureSize(new TextEncoder().encode("<svg xmlns='x'/>"))).toBeUndefined();
  });

  it("prints one at its size with its caption as alternative text, and says when one is missing", async () => {
    const sha256 = "ab".repeat(32);
    const content = makeReportContent({
      chapters: [makeChapter("x", "図", `![画面の写し](artifact:${sha256} "#shot")`)],
    });
    expect(numberReport(content).issues).toMatchObject([{ code: "figure-source", figure: "画面の写し" }]);
    const path = `/artifacts/${sha256}.png`;
    const withPicture = { ...content, pictures: new Map([[sha256, { path, widthPx: 320, heightPx: 200 }]]) };
    const { report, issues } = numberReport(withPicture);
    expect(issues).toEqual([]);
    const files = new Map([[path, makePng(320, 200)]]);
    const plain = await renderPdf({ template: "quarterlyReport.typ", data: report, files });
    expect(
      Buffer.from(plain.bytes).includes("/Subtype/Image") || Buffer.from(plain.bytes).includes("/Subtype /Image"),
    ).toBe(true);
    const broken = new Map([[path, makePng(320, 200).slice(0, 60)]]);
    await expect(renderPdf({ template: "quarterlyReport.typ", data: report, files: broken })).rejects.toMatchObject({
      code: "publishing.typesetting-failed",
    });
  });
});
