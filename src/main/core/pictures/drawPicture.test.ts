import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { exifOf, joined, jpegWith, motley, packed, pngWith, readPictureKinds, text } from "../testing/pictureFiles.ts";
import { decodePicture } from "./decodePicture.ts";
import { drawPicture } from "./drawPicture.ts";
import { isBarePicture } from "./isBarePicture.ts";

const SECRET = "Sato-Kenichi-5550";
const secret = text(SECRET);

/** The secret in whatever a reader of the new file could unpack of it. */
const tells = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(SECRET);

const XMP = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`;

describe("drawPicture", () => {
  it("drops all that a PNG says beside its pixels, and says what it was", async () => {
    const raster = motley(7, 5);
    const file = pngWith(
      raster,
      { type: "tEXt", data: joined(text("Author\0"), secret) },
      { type: "zTXt", data: joined(text("Comment\0\0"), packed(SECRET)) },
      { type: "iTXt", data: joined(text("Title\0\0\0ja\0\0"), secret) },
      { type: "iTXt", data: joined(text("Packed\0\u0001\0ja\0\0"), packed(SECRET)) },
      { type: "eXIf", data: exifOf(1, SECRET).subarray(6) },
      { type: "iCCP", data: joined(text("p\0\0"), packed(SECRET)) },
      { type: "prVt", data: joined(secret, new Uint8Array(gzipSync(secret))) },
    );
    const { bytes, metadata, widthPx, heightPx } = await drawPicture({
      fileName: "a.png",
      bytes: joined(file, secret),
    });
    expect(isBarePicture(bytes)).toBe(true);
    expect(tells(bytes)).toBe(false);
    expect(decodePicture(bytes)).toEqual(raster);
    expect([widthPx, heightPx]).toEqual([7, 5]);
    expect(metadata).toEqual(
      expect.arrayContaining([
        { name: "png.tEXt.Author", value: SECRET },
        { name: "png.zTXt.Comment", value: SECRET },
        { name: "png.iTXt.Title", value: SECRET },
        { name: "png.iTXt.Packed", value: SECRET },
        { name: "ifd0.Artist", value: SECRET },
        { name: "png.prVt", value: expect.stringMatching(/bytes$/) },
        { name: "after-end", value: `${SECRET.length} bytes` },
      ]),
    );
  });

  it("drops all that a JPEG says beside its pixels", async () => {
    const baseline = readPictureKinds("jpeg").find(({ name }) => name === "baseline")?.file ?? new Uint8Array();
    const file = jpegWith(
      baseline,
      { marker: 0xe1, data: exifOf(6, SECRET) },
      { marker: 0xe1, data: text(XMP) },
      { marker: 0xe2, data: joined(text("ICC_PROFILE\0"), Uint8Array.of(1, 1), secret) },
      { marker: 0xe2, data: joined(text("MPF\0"), secret) },
      { marker: 0xed, data: joined(text("Photoshop 3.0\0"), secret) },
      { marker: 0xfe, data: secret },
    );
    const { bytes, metadata, widthPx } = await drawPicture({
      fileName: "a.jpg",
      bytes: joined(file, baseline, secret),
    });
    expect(isBarePicture(bytes)).toBe(true);
    expect(tells(bytes)).toBe(false);
    expect(widthPx).toBe(24);
    expect(metadata).toEqual(
      expect.arrayContaining([
        { name: "ifd0.Artist", value: SECRET },
        { name: "dc.creator", value: SECRET },
        { name: "jpeg.COM", value: SECRET },
        { name: "jpeg.APP2.MPF", value: expect.stringMatching(/bytes$/) },
        { name: "jpeg.APP13.Photoshop 3.0", value: expect.stringMatching(/bytes$/) },
        { name: "after-end", value: expect.stringMatching(/bytes$/) },
      ]),
    );
  });

  it("drops what stands behind transparency", async () => {
    const clear = readPictureKinds("png").find(({ name }) => name === "rgba8");
    const { bytes } = await drawPicture({ fileName: "a.png", bytes: clear?.file ?? new Uint8Array() });
    const { rgb } = decodePicture(bytes);
    // Its last row is wholly transparent blue: white is what is seen.
    expect([...rgb.subarray(-3)]).toEqual([255, 255, 255]);
  });

  it("draws equal pixels into equal bytes, so that what was drawn once stays as it is", async () => {
    const once = await drawPicture({ fileName: "a.png", bytes: pngWith(motley(90, 61)) });
    const twice = await drawPicture({ fileName: "b.png", bytes: once.bytes });
    expect(twice.bytes).toEqual(once.bytes);
    expect(twice.metadata).toEqual([]);
  });

  it("names the file that it refuses", async () => {
    await expect(drawPicture({ fileName: "写真.heic", bytes: text("ftyp") })).rejects.toMatchObject({
      code: "cases.not-a-picture",
      params: { file: "写真.heic" },
    });
  });

  it("burns boxes in on the way", async () => {
    const boxes = [{ x: 2, y: 1, width: 3, height: 2 }];
    const { bytes } = await drawPicture({ fileName: "a.png", bytes: pngWith(motley(7, 5)) }, { boxes, style: "fill" });
    const { rgb } = decodePicture(bytes);
    expect([...rgb.subarray((1 * 7 + 2) * 3, (1 * 7 + 5) * 3)]).toEqual(Array.from({ length: 9 }, () => 0));
  });
});
