import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadObjects, makeTestFolder, openTestBook } from "../testing/openTestBook.ts";
import { artifactIdOf, putArtifact, readArtifact } from "./artifactStore.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { findUnreferencedArtifacts, sweepArtifacts } from "./sweepArtifacts.ts";

const NAMED = { fileName: "検体.zip", mediaType: "application/zip", addedAt: 1 };
const CHUNK = 256 * 1024;

describe("kept files", () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK + 7])(
    "%i bytes come back as they were, under their hash",
    (size) => {
      const { session } = openTestBook();
      const bytes = randomBytes(size);
      const id = session.write("test", (db) => putArtifact(db, { bytes, ...NAMED }));
      expect(id).toBe(createHash("sha256").update(bytes).digest("hex"));
      const found = session.read((db) => readArtifact(db, id));
      expect(found).toMatchObject({ id, fileName: "検体.zip", mediaType: "application/zip" });
      expect(found.bytes.equals(bytes)).toBe(true);
    },
  );

  test("the same bytes are kept once, under their first name", () => {
    const { session } = openTestBook();
    const bytes = randomBytes(CHUNK + 1);
    const ids = ["一.bin", "二.bin"].map((fileName) =>
      session.write("test", (db) => putArtifact(db, { ...NAMED, bytes, fileName })),
    );
    expect(new Set(ids).size).toBe(1);
    expect(session.sqlite.prepare("select count(*) from artifact_chunks").pluck().get()).toBe(2);
    expect(session.read((db) => readArtifact(db, ids[0] ?? "")).fileName).toBe("一.bin");
  });

  test("a view into a larger buffer keeps only what it shows", () => {
    const { session } = openTestBook();
    const bytes = new Uint8Array(randomBytes(100).buffer, 0, 8);
    const id = session.write("test", (db) => putArtifact(db, { ...NAMED, bytes }));
    expect(session.read((db) => readArtifact(db, id)).bytes).toHaveLength(8);
  });

  test("nothing of a file stays when its command fails", () => {
    const { session } = openTestBook();
    expect(() => {
      session.write("test", (db) => {
        putArtifact(db, { ...NAMED, bytes: randomBytes(3 * CHUNK) });
        throw new Error("no further");
      });
    }).toThrow("no further");
    expect(session.sqlite.prepare("select count(*) from artifact_chunks").pluck().get()).toBe(0);
  });

  test("one that is not there, and one that is no longer what it was, are told apart", () => {
    const { session } = openTestBook();
    const id = session.write("test", (db) => putArtifact(db, { ...NAMED, bytes: randomBytes(10) }));
    expect(() => session.read((db) => readArtifact(db, "0".repeat(64)))).toThrow(
      expect.objectContaining({ code: "record.not-found" }),
    );
    session.sqlite.prepare("update artifact_chunks set bytes = zeroblob(10)").run();
    expect(() => session.read((db) => readArtifact(db, id))).toThrow(
      expect.objectContaining({ code: "casebook.damaged", params: { file: "検体.zip" } }),
    );
  });
});

describe("sweeping", () => {
  test("what evidence, a narrative or a publication refers to stays; the rest goes, bytes and all", () => {
    const { session } = openTestBook();
    const [evidence, picture, publication, loose] = session.write("test", (db) =>
      [1, 2, 3, 4].map((byte) => putArtifact(db, { ...NAMED, bytes: new Uint8Array([byte]) })),
    );
    loadObjects(session, [
      {
        type: "report",
        id: "r",
        receivedAt: "2022-10-01T00:00:00Z",
        provider: { outside: "x" },
        channel: "mail",
        category: "bec",
        assessment: "benign",
        title: "t",
      },
      {
        type: "case",
        id: "c",
        title: "t",
        kind: "bec",
        openedAt: "2022-10-01",
        origin: "hub",
        narrative: `![図](artifact:${picture ?? ""})`,
      },
    ]);
    session.write("test", (db) => {
      db.raw
        .prepare(
          `insert into report_evidence (id, report_id, artifact_id, role, file_name, declared_type, true_type, position)
           select 'e', id, ?, 'source', 'a', 'a', 'a', 0 from reports`,
        )
        .run(evidence);
      db.raw
        .prepare(
          "insert into publications (id, quarter, artifact_id, pages, at, by) values ('p', '2022Q4', ?, 1, 1, 'x')",
        )
        .run(publication);
    });
    expect(session.read(findUnreferencedArtifacts)).toEqual([loose]);
    sweepArtifacts(session);
    const left = session.sqlite.prepare("select id from artifacts order by id").pluck().all();
    expect(left).toEqual([evidence, picture, publication].sort());
    expect(session.sqlite.prepare("select count(*) from artifact_chunks").pluck().get()).toBe(3);
  });
});

describe("atomicWrite", () => {
  test("replaces a file whole and leaves nothing beside it", () => {
    const folder = makeTestFolder();
    const path = join(folder, "a.json");
    writeFileSync(path, "old");
    atomicWrite(path, "新しい");
    expect(readFileSync(path, "utf8")).toBe("新しい");
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("says what was in the way, and leaves the old file", () => {
    const folder = makeTestFolder();
    expect(() => atomicWrite(join(folder, "none", "a"), "x")).toThrow(
      expect.objectContaining({ code: "storage.not-found" }),
    );
    mkdirSync(join(folder, "taken"));
    expect(() => atomicWrite(join(folder, "taken"), "x")).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^storage\./) }),
    );
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});

test("an id is the SHA-256 of the bytes", () => {
  expect(artifactIdOf(new Uint8Array())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});
