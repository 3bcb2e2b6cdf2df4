import type { TlpLabel } from "#shared/domain/tlp.ts";
import type { FigureName } from "#shared/domain/vocabulary.ts";

/** An attackers' observable that may leave. Values are live, as sensors and other systems need them. */
export type ExportedIndicator = {
  /** STIX object name, as the book has it. */
  kind: string;
  value: string;
  /** `abused`: somebody's own property that attackers misuse. */
  role: "attacker" | "abused";
  /** The day in Tokyo on which it was first seen, `YYYY-MM-DD`; never a time of day. */
  firstSeen: string;
  /** Of the case or sharing it belongs to, as it may be told. */
  title: string;
  tlp: TlpLabel;
};

export type ExportedFigure = { quarter: string; figure: FigureName; value: number };

/** What an export holds, ready to be written in any format. Nothing of it comes from an id of the book. */
export type ExportSet = {
  title: string;
  /** The strictest label of what is in it. */
  tlp: TlpLabel;
  /** `YYYY-MM-DD`; exchange files bear it where a format wants a date. */
  day: string;
  indicators: readonly ExportedIndicator[];
  figures: readonly ExportedFigure[];
};
