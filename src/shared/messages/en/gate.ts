import type { ErrorParams } from "../../errors.ts";
import type { gate as japanese } from "../ja/gate.ts";
import { countOf, textOf } from "../errorParams.ts";
import { leakWords } from "./leakWords.ts";

const KINDS: Record<string, string | undefined> = {
  organization: "organisation",
  person: "person",
  mail: "mail address",
  domain: "domain",
  product: "product or service",
  address: "postal address",
  phone: "phone number",
  "link-wrapper": "link of a URL inspection service",
  "user-path": "user path",
  "internal-host": "internal host name",
  "private-address": "internal IP address",
  "corporate-number": "corporate number",
  "individual-number": "individual number",
  "quasi-identifier": "a combination that singles one out",
  "novel-term": "a term never published",
  limit: "more than could be looked through",
  "invisible-text": "invisible text",
  "tiny-text": "text too small to read",
  "background-text": "text in the colour of the paper",
  "covered-text": "text under a shape",
  attachment: "attachment",
  annotation: "annotation",
  script: "script",
  "hidden-layer": "hidden layer",
  "second-revision": "earlier version",
  author: "author",
  "machine-path": "path of a machine",
  "embedded-file": "embedded file",
  "hidden-part": "hidden part",
  "picture-metadata": "data beside a picture",
  "time-of-day": "time of day it was made",
  "unknown-part": "part that no export has",
};

const quoted = (p: ErrorParams, key: string): string => (textOf(p, key) === "" ? "" : `“${textOf(p, key)}”`);

const TERMS: Record<string, ((p: ErrorParams) => string) | undefined> = {
  "sigs-only": () => "only to certain SIGs",
  "not-in-public-report": () => "not in a public report",
  "not-before": (p) => `not before ${textOf(p, "day")}`,
  "no-indicator-list": () => "no list of indicators",
  other: (p) => textOf(p, "text"),
};

const PARTS: Record<string, string | undefined> = {
  words: "its words",
  labels: "its labels",
  list: "the list of indicators",
  note: "the note of the correction",
};

/** What changed since it was agreed to. */
const changedOf = (p: ErrorParams): string =>
  textOf(p, "changed")
    .split(" ")
    .flatMap((part) => PARTS[part] ?? [])
    .join(" and ") || "it";

const NO_CONSENT: Record<string, ((p: ErrorParams, name: string) => string) | undefined> = {
  void: (p, name) => `The consent of ${name} is void: ${changedOf(p)} changed since`,
  waiting: (_, name) => `${name} has not answered`,
  declined: (_, name) => `${name} declined`,
};

/** “1 picture”, “2 pictures”. */
const manyOf = (p: ErrorParams, key: string, one: string, many = `${one}s`): string =>
  `${countOf(p, key)} ${p[key] === 1 ? one : many}`;
/** A verb as it goes with so many: “tells”, “tell”. */
const goesWith = (p: ErrorParams, key: string, one: string, many: string): string => (p[key] === 1 ? one : many);

const CONDITIONS: (typeof japanese)["conditions"] = {
  "text-there": { met: () => "The text is there", unmet: () => "There is no text yet" },
  "no-must-finding": {
    met: () => "Nothing left that tells who provided it",
    unmet: (p) => `${manyOf(p, "count", "thing")} left that ${goesWith(p, "count", "tells", "tell")} who provided it`,
  },
  "no-review-finding": {
    met: () => "Everything to be reviewed has been decided",
    unmet: (p) => `${manyOf(p, "count", "thing")} still to be decided`,
  },
  "no-cap-reached": {
    met: () => "The whole text was looked through",
    unmet: () => "Part of it was too much to look through. Remove long encoded strings and the like",
  },
  "pictures-checked": {
    met: (p) => (p["total"] === 0 ? "There are no pictures" : `${manyOf(p, "total", "picture")} checked`),
    unmet: (p) => `${manyOf(p, "count", "picture")} not checked. Read the words there and mask the names in them`,
  },
  "list-clear": {
    met: () => "No indicator tells who provided it",
    unmet: (p) =>
      `${manyOf(p, "count", "indicator")} ${goesWith(p, "count", "tells", "tell")} who provided it: to be taken out of the list`,
  },
  "note-clear": {
    met: () => "The note of the correction tells nothing",
    unmet: (p) => `${manyOf(p, "count", "place")} in the note of the correction may tell who provided it`,
  },
  "second-person": {
    met: (p) => `Released by ${textOf(p, "releaser")} (written by ${textOf(p, "author")})`,
    unmet: (p) =>
      textOf(p, "changed") !== ""
        ? `The release by ${textOf(p, "releaser")} is void: ${changedOf(p)} changed since${textOf(p, "author") === "" ? "" : `; somebody other than ${textOf(p, "author")} has to release it`}`
        : textOf(p, "author") === ""
          ? "Not released by a second person"
          : `Not released by anybody other than ${textOf(p, "author")}`,
  },
  consent: {
    met: (p) =>
      p["total"] === 0
        ? "Nobody's consent is needed"
        : p["total"] === 1
          ? "The provider consented"
          : `All ${countOf(p, "total")} providers consented`,
    unmet: (p) => {
      const name = quoted(p, "party") || "a provider";
      return `${NO_CONSENT[textOf(p, "state")]?.(p, name) ?? `No consent of ${name}`}${more(p)}`;
    },
  },
  terms: {
    met: () => "The terms of consent hold",
    unmet: (p) =>
      `The term “${TERMS[textOf(p, "term")]?.(p) ?? textOf(p, "term")}” of ${quoted(p, "party")} does not hold${more(p)}`,
  },
  marked: {
    met: (p) => textOf(p, "tlp"),
    unmet: (p) => (textOf(p, "tlp") === "" ? "No TLP label is set" : `${textOf(p, "tlp")} may not be published`),
  },
  "quarter-ready": {
    met: () => "The quarter is counted",
    unmet: (p) => (p["count"] === 0 ? "The quarter is not over" : `${manyOf(p, "count", "report")} still undetermined`),
  },
  "chapters-ready": {
    met: (p) =>
      p["total"] === 0
        ? "There are no case chapters"
        : p["total"] === 1
          ? "The case chapter can be published"
          : `All ${countOf(p, "total")} case chapters can be published`,
    unmet: (p) => `The chapter ${quoted(p, "chapter")} cannot be published yet${more(p)}`,
  },
};

/** What to do about a condition that does not hold, as a sentence of its own. */
const REMEDIES: Record<string, string | undefined> = {
  "text-there": "Write a title and a text.",
  "no-must-finding": "Mask or reword it in Sanitising.",
  "no-review-finding": "Decide them one by one in Sanitising.",
  "no-cap-reached": "Then try again.",
  "pictures-checked": "Open the picture in Sanitising.",
  "list-clear": "The sharing can take them off its list.",
  "note-clear": "Reword the note on the correction.",
  "second-person": "Somebody other than its author has to open it and release it.",
  consent: "Ask the provider in Approvals, and record the answer.",
  terms: "Choose readers and a day that the term allows, or ask the provider again.",
  marked: "Choose another TLP label.",
  "quarter-ready": "Assess what is left when the quarter is over.",
  "chapters-ready": "Finish the write-up of that case, with its approval and release.",
};

/** Where the first of what was found stands: a title, or a line of the body. */
function firstOf(p: ErrorParams): string {
  const kind = KINDS[textOf(p, "kind")];
  if (kind === undefined) return "";
  const place = textOf(p, "line") === "" ? "the title" : `line ${countOf(p, "line")} of the text`;
  return `; the first is ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} in ${place}`;
}

export const gate: typeof japanese = {
  open: {
    copy: "A copy can be written",
    provider: "Approval can be asked for",
    share: "Can be shared",
    publish: "Can be published",
  },
  closed: {
    copy: "No copy can be written yet",
    provider: "Approval cannot be asked for yet",
    share: "Cannot be shared yet",
    publish: "Cannot be published yet",
  },
  destinations: { copy: "Working copy", provider: "Provider", share: "Participants", publish: "Public" },
  formats: {
    pdf: "PDF",
    docx: "Word (DOCX)",
    markdown: "Markdown",
    csv: "CSV",
    xlsx: "Excel (XLSX)",
    stix: "STIX",
    misp: "MISP",
    clipboard: "Copied",
    drag: "Dragged",
    print: "Printed",
    unsanitised: "Copied unsanitised",
    eml: "Mail (EML)",
  },
  conditions: CONDITIONS,
  /** Of a gate that is closed: `condition` and its parameters. */
  reason: (p) =>
    Object.entries(CONDITIONS)
      .find(([code]) => code === textOf(p, "condition"))?.[1]
      .unmet(p) ?? "",
  remedy: (p) => REMEDIES[textOf(p, "condition")] ?? "Finish what is open in Sanitising and Sharing.",
  first: firstOf,
  place: leakWords.place,
  kind: (kind) => KINDS[kind] ?? kind,
  leak: (p) => leakWords.sentence(p, KINDS[textOf(p, "kind")] ?? textOf(p, "kind")),
  exits: {
    title: "What left",
    reading: "exits ledger exported copied",
    at: "When",
    by: "Who",
    format: "Format",
    destination: "Where to",
    anywhere: "Outside",
    what: "File or text",
    sha256: "SHA-256",
    none: "Nothing has left yet",
    noneDetail: "Files that were written out, and what was copied out, are listed here.",
    more: (count) => `${count} more before these`,
  },
  copying: {
    refused: (kind, count) =>
      `Not copied: the selection holds ${count === 1 ? "1 thing that tells" : `${count} things that tell`} who provided it (${kind})`,
    kept: "This is not sanitised: it can be pasted inside the application only",
    unsanitised: "Copy unsanitised text",
    unsanitisedReading: "copy unsanitised clipboard",
    logged: "Copied unsanitised text. It is listed under “What left”",
    nothingSelected: "Select what to copy",
    noDrag: "This cannot be dragged out of the application",
    noPrint: "The window cannot be printed. Export a document and print that",
  },
};

function more(p: ErrorParams): string {
  const count = p["count"];
  return typeof count === "number" && count > 1 ? ` (and ${count - 1} more)` : "";
}
