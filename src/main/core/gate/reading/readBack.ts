import { AppError } from "#shared/errors.ts";
import { readEml } from "./readEml.ts";
import { distinctPieces, emptyReading, joinReadings, type ReadFile } from "./piece.ts";
import { readPackage } from "./readPackage.ts";
import { readPdf } from "./readPdf.ts";
import { readCsv, readJson, readMarkdown } from "./readRecords.ts";

/** Formats of files that leave. */
export type FileFormat = "pdf" | "docx" | "xlsx" | "markdown" | "csv" | "stix" | "misp" | "eml";

export type WrittenFile = { bytes: Uint8Array; format: FileFormat; fileName: string };

const FORMAT_BY_ENDING: Record<string, FileFormat | undefined> = {
  pdf: "pdf",
  docx: "docx",
  xlsx: "xlsx",
  md: "markdown",
  csv: "csv",
  json: "stix",
  eml: "eml",
};

/**
 * Everything a written file holds, by readers that have nothing in common with what wrote it. The file's own name is part
 * of it.
 * @param without readers to leave out, for measuring what each is worth
 * @throws AppError gate.unreadable
 */
export async function readBack(file: WrittenFile, without: readonly string[] = []): Promise<ReadFile> {
  const { fileName } = file;
  const name: ReadFile = without.includes("fileName")
    ? emptyReading()
    : { ...emptyReading(), pieces: [{ place: "file-name", detail: "", text: fileName }] };
  try {
    const reading = joinReadings([name, await readContent(file, without)]);
    return { ...reading, pieces: distinctPieces(reading.pieces) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("gate.unreadable", { file: fileName, reason: String(error).slice(0, 200) }, { cause: error });
  }
}

async function readContent({ bytes, format, fileName }: WrittenFile, without: readonly string[]): Promise<ReadFile> {
  switch (format) {
    case "pdf":
      return readPdf(bytes, without);
    case "docx":
    case "xlsx":
      return readPackage(bytes, without);
    case "csv":
      return readCsv(bytes);
    case "stix":
    case "misp":
      return readJson(bytes);
    case "markdown":
      return readMarkdown(bytes);
    case "eml":
      return readEml(bytes, async (name, attached) => {
        const inner = FORMAT_BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""];
        if (inner === undefined) throw new AppError("gate.unreadable", { file: name });
        return readContent({ bytes: attached, format: inner, fileName: `${fileName}/${name}` }, without);
      });
  }
}
