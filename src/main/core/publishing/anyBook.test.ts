import fc from "fast-check";
import { expect, it } from "vitest";
import { quarterOf } from "#shared/domain/quarter.ts";
import { createBook } from "../casebook/openBook.ts";
import { renderPdf } from "../documents/renderPdf.ts";
import { arbitraryLines } from "../testing/arbitraryLines.ts";
import { loadObjects, makeTestFolder, TEST_KEY } from "../testing/openTestBook.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { prepareReport } from "./typesetReport.ts";

it("prints a report of any quarter of any book, whatever stands in its texts", async () => {
  const folder = makeTestFolder();
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryLines, async (lines) => {
      serial += 1;
      const session = createBook(`${folder}/${serial}.casebook`, { passphrase: TEST_KEY, actor: "佐伯" });
      try {
        loadObjects(session, lines);
        const sanitiser = createSanitiser(session);
        const quarters = new Set(
          lines.flatMap(({ receivedAt }) =>
            typeof receivedAt === "string" ? [quarterOf(Date.parse(receivedAt))] : [],
          ),
        );
        for (const quarter of [...quarters].slice(0, 3)) {
          const reported = lines.some(
            (line) =>
              line.type === "report" &&
              line["void"] === undefined &&
              quarterOf(Date.parse(String(line["receivedAt"]))) === quarter,
          );
          if (!reported) continue;
          const { report, files } = await prepareReport(session, sanitiser, quarter);
          const { pages } = await renderPdf({ template: "quarterlyReport.typ", data: report, files });
          expect(pages).toBeGreaterThan(1);
        }
      } finally {
        session.close();
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 10) },
  );
}, 120_000);
