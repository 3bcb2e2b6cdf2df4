import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { makeSafeFileName, saveCopyInFolder } from "./saveCopyInFolder.ts";

const folder = mkdtempSync(join(tmpdir(), "saved-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a safe file name", () => {
  it("stays as it is when it is safe already", () => {
    for (const name of ["運用状況_2022年10月～12月.pdf", "report 2022Q4.pdf"])
      expect(makeSafeFileName(name)).toBe(name);
  });

  it("is one name in the folder, never a way out of it, for any input", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const safe = makeSafeFileName(name);
        expect(basename(safe)).toBe(safe);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(220);
        expect(safe.length).toBeGreaterThan(0);
      }),
    );
  });

  it("hides no ending behind a right-to-left mark and names no device", () => {
    expect(makeSafeFileName("report\u202Efdp.exe")).toBe("report_fdp.exe");
    expect(makeSafeFileName("con.pdf")).toBe("con_.pdf");
    expect(makeSafeFileName("../../etc/passwd")).not.toContain("/");
  });
});

describe("saving", () => {
  it("never writes over another file", async () => {
    writeFileSync(join(folder, "a.pdf"), "old");
    const path = await saveCopyInFolder(folder, { fileName: "a.pdf", bytes: Buffer.from("new") });
    expect(basename(path)).toBe("a (2).pdf");
    expect(readFileSync(join(folder, "a.pdf"), "utf8")).toBe("old");
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  it("into something that is no folder fails and leaves nothing", async () => {
    const before = readdirSync(folder);
    const blocked = join(folder, "a.pdf");
    await expect(saveCopyInFolder(blocked, { fileName: "b.pdf", bytes: new Uint8Array(1) })).rejects.toThrow();
    expect(readdirSync(folder)).toStrictEqual(before);
  });
});
