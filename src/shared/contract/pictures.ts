import { z } from "zod";
import { command, query } from "./define.ts";
import { MomentMs } from "../domain/moment.ts";
import { Bytes, Id } from "./common.ts";
import { TextRef } from "./sanitising.ts";

/** A rectangle in pixels of the picture. */
export const PixelBox = z.strictObject({
  x: z.number().int().min(0),
  y: z.number().int().min(0),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
export type PixelBox = z.infer<typeof PixelBox>;

/** What reading a picture showed. */
export const PictureReading = z.object({
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  /** What the file says beside its pixels (camera, place, author, text chunks): dropped on import; listed to be seen. */
  metadata: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Words read by OCR, with their places. */
  words: z.array(z.object({ text: z.string(), box: PixelBox, confidence: z.number() })),
  /** What in the words could tell who provided it. */
  findings: z.array(
    z.object({
      text: z.string(),
      kind: z.string(),
      severity: z.enum(["must", "review"]),
      via: z.array(z.string()),
      reads: z.string(),
      boxes: z.array(PixelBox),
      /** A review finding that the text itself says too, or that was allowed there: it bars nothing. */
      isLookedAt: z.boolean(),
    }),
  ),
});
export type PictureReading = z.infer<typeof PictureReading>;

/** An attack mail that a figure can be drawn from; `position` counts the mails of a report. As received. */
export const MailSource = z.object({
  reportId: Id,
  position: z.number().int(),
  subject: z.string(),
  from: z.string(),
  sentAt: MomentMs.nullable(),
});
export type MailSource = z.infer<typeof MailSource>;

/** A figure with everything that tells masked: as the editor takes it, and as Markdown. */
export const DrawnFigure = z.object({
  figure: z.enum(["mail", "url-anatomy"]),
  caption: z.string(),
  source: z.string(),
  markdown: z.string(),
});
export type DrawnFigure = z.infer<typeof DrawnFigure>;

const pictureErrors = ["record.not-found", "cases.not-a-picture", "pictures.too-large", "pictures.damaged"] as const;

export const pictures = {
  /** Keeps a picture's pixels for a text, drawn anew without anything else that its file held. */
  add: command({
    input: z.strictObject({ fileName: z.string().min(1).max(300), bytes: Bytes }),
    output: z.object({
      artifactId: z.string(),
      metadata: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
    changes: ["audit"],
    errors: pictureErrors,
  }),
  /** Reads a picture by OCR and scans what it says. Takes seconds; goes on beside other calls. */
  read: query({
    input: z.strictObject({ text: TextRef, artifactId: z.string() }),
    output: PictureReading,
    reads: ["texts", "roster"],
  }),
  /** Burns masks into the pixels and puts the new picture in the place of the old one in the text. */
  mask: command({
    input: z.strictObject({
      text: TextRef,
      artifactId: z.string(),
      boxes: z.array(PixelBox).min(1).max(1000),
      style: z.enum(["fill", "pixelate"]).default("fill"),
    }),
    output: z.object({ artifactId: z.string() }),
    changes: ["texts", "sharings", "audit"],
    errors: pictureErrors,
  }),
  /** What figures can be drawn from: attack mails and attackers' URLs of the reports that the text tells of. */
  sources: query({
    input: z.strictObject({ text: TextRef }),
    output: z.object({ mails: z.array(MailSource), urls: z.array(z.string()) }),
    reads: ["texts", "cases", "reports", "sharings"],
  }),
  /** A mail as a figure, its recipients as a role. When it was sent is told as exactly as `date` says. */
  mailFigure: query({
    input: z.strictObject({
      text: TextRef,
      reportId: Id,
      position: z.number().int().min(0).default(0),
      date: z.enum(["month", "day", "minute"]).default("month"),
    }),
    output: DrawnFigure,
    reads: ["texts", "reports", "roster"],
  }),
  /** The parts of a URL, each with what it is for. */
  urlFigure: query({
    input: z.strictObject({ text: TextRef, url: z.string().trim().min(1).max(8000) }),
    output: DrawnFigure,
    reads: ["texts", "roster"],
  }),
};
