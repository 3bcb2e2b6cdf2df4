import type { ErrorParams } from "../../errors.ts";
import type { errors as japanese } from "../ja/errors.ts";
import { isQuarter } from "../../domain/quarter.ts";
import { countOf as count, sizeOf as size, textOf as text } from "../errorParams.ts";
import { format } from "./format.ts";
import { gate } from "./gate.ts";

const named = (params: ErrorParams, key: string, otherwise: string) =>
  params[key] === undefined ? otherwise : `“${params[key]}”`;
const fileOf = (params: ErrorParams) => named(params, "file", named(params, "fileName", "This file"));
const bookOf = (params: ErrorParams) =>
  named(params, "name", named(params, "file", named(params, "path", "This casebook")));
const quarterOf = (params: ErrorParams, otherwise: string) => {
  const quarter = text(params, "quarter");
  return isQuarter(quarter) ? format.quarter(quarter) : named(params, "quarter", otherwise);
};
/** A text by its title, a report by its quarter. */
const titleOf = (params: ErrorParams) =>
  isQuarter(text(params, "title"))
    ? `The report of ${quarterOf({ quarter: text(params, "title") }, "")}`
    : named(params, "title", "This text");
const inBrackets = (value: string) => (value === "" ? "" : ` (${value})`);

const MAIL_DAMAGE: Record<string, string> = {
  "cut-in-headers": "ends inside its header fields",
  "cut-in-attachment": "ends inside an attachment",
  "cut-in-text": "ends inside its text",
  "parts-missing": "lacks the parts it announces",
  "msg-structure": "has broken Outlook tables",
};

export const errors: typeof japanese = {
  internal: (p) =>
    `An unforeseen fault stopped this; the casebook is unchanged; please give the administrator the number ${named(p, "traceId", "")}.`,
  "core.restarted": () =>
    "The casebook was closed in the middle of this; everything saved is safe; please open the casebook again.",
  "thread.stopped": (p) =>
    p.work === "pictures"
      ? "Reading a picture stopped before it was done; no unread picture leaves; please try again."
      : p.work === "typesetting"
        ? "Typesetting stopped before it was done; the casebook is unchanged; please try again."
        : "The check for identifiers stopped before it was done; nothing unchecked leaves; please try again.",
  "call.invalid": (p) => `This cannot be taken as it is${inBrackets(text(p, "reason"))}; please correct it.`,
  "call.cancelled": () => "Cancelled; nothing was changed.",
  "casebook.not-open": () => "No casebook is open; open one first.",
  "casebook.not-found": (p) => `${bookOf(p)} cannot be found; check whether it was moved or renamed.`,
  "casebook.exists": (p) => `${bookOf(p)} exists already; choose another name.`,
  "casebook.wrong-passphrase": () =>
    "The passphrase is not right, or the beginning of the file is damaged; type it again, and if it still does not open restore it from a backup.",
  "casebook.passphrase-missing": () => "There is no passphrase; give it by CASEBOOK_PASSPHRASE or --passphrase-file.",
  "casebook.passphrase-too-short": (p) =>
    `The passphrase is too short; use ${count(p, "min") || "8"} characters or more.`,
  "casebook.in-use": (p) => `${bookOf(p)} is open in another window; close it there first.`,
  "casebook.damaged": (p) =>
    `${bookOf(p)} is damaged and cannot be opened${inBrackets(text(p, "reason"))}; restore it from a backup.`,
  "casebook.not-a-casebook": (p) => `${bookOf(p)} is not a casebook; choose a casebook file.`,
  "database.from-newer-app": (p) =>
    `${bookOf(p)} was made by a newer version of Hub Casebook; update this application to open it.`,
  "database.migration-mismatch": (p) =>
    `The history of ${bookOf(p)} does not match this application${inBrackets(text(p, "reason"))}; restore it from a backup.`,
  "storage.no-permission": (p) => `${fileOf(p)} may not be written there; choose another place.`,
  "storage.full": (p) =>
    `The disk is full, so ${fileOf(p)} could not be saved; nothing has changed; make room and try again.`,
  "storage.not-found": (p) => `${fileOf(p)} cannot be found; check its place and name.`,
  "storage.is-folder": (p) => `${fileOf(p)} is a folder; choose a file.`,
  "storage.unreadable": (p) =>
    `${fileOf(p)} cannot be read${inBrackets(text(p, "reason"))}; check whether another program is using it.`,
  "record.not-found": (p) =>
    `${named(p, "id", "This record")} is not in the casebook: it was taken back or its number is wrong; choose it from the list.`,
  "record.changed-meanwhile": () => "This changed after it was shown; look at it as it is now before you edit it.",
  "intake.no-permission": (p) =>
    `You have no permission to read ${fileOf(p)}; check it, or copy the file elsewhere and import it from there.`,
  "intake.too-large": (p) =>
    `${fileOf(p)} is too large to import${inBrackets(size(p, "sizeBytes"))}; the limit is ${size(p, "limitBytes") || "64 MB"}; split it first.`,
  "intake.empty": (p) => `${fileOf(p)} is empty; check the original file.`,
  "intake.not-a-mail": (p) => `${fileOf(p)} is not a mail; import .eml or .msg files, or a .zip of them.`,
  "intake.damaged": (p) =>
    `${fileOf(p)} ${MAIL_DAMAGE[text(p, "reason")] ?? "is damaged"} and cannot be imported; ask the provider to send it again.`,
  "intake.too-many-parts": (p) =>
    `${fileOf(p)} has too many parts to import (the limit is ${count(p, "limit") || "1,000"}); it may be meant to obstruct reading.`,
  "intake.nested-too-deep": (p) =>
    `${fileOf(p)} is nested too deeply to import; take the inner mail out and import that.`,
  "intake.archive-bomb": (p) =>
    `${fileOf(p)} would grow out of all measure when unpacked; check it and import only the mails.`,
  "intake.archive-damaged": (p) =>
    `The archive ${fileOf(p)} is damaged and cannot be opened; ask the provider to send it again.`,
  "intake.archive-encrypted": (p) =>
    `The archive ${fileOf(p)} has a password and cannot be opened; unpack it and import the mails.`,
  "exchange.invalid-line": (p) =>
    `line ${text(p, "line")}: ${text(p, "field")}: ${text(p, "reason")}; nothing of ${named(p, "file", "this file")} was loaded.`,
  "exchange.unknown-format": (p) =>
    `The format of ${fileOf(p)} is unknown; give an interchange file (.ndjson) or a table of published figures (.csv).`,
  "quarter.invalid": (p) => `${named(p, "quarter", "This")} is not a quarter; write it like 2022Q4.`,
  "quarter.already-frozen": (p) =>
    `The figures of ${quarterOf(p, "this quarter")} are frozen already; changes are recorded as revisions.`,
  "quarter.undetermined-open": (p) =>
    `${count(p, "count") || "Some"} reports are still undetermined; judge them, or choose to freeze with them open.`,
  "quarter.not-over": (p) => `${quarterOf(p, "This quarter")} is not over yet; freeze it afterwards.`,
  "publishing.nothing-to-report": (p) =>
    `${quarterOf(p, "This quarter")} has no records to report; enter a report or a sharing first.`,
  "publishing.typesetting-failed": (p) =>
    `The report could not be typeset${inBrackets(text(p, "reason"))}; correct the place it names.`,
  "cases.not-a-picture": (p) =>
    `${fileOf(p)} is neither a PNG nor a JPEG, so it cannot be used as a figure; convert it to one of them first.`,
  "links.exists": () => "These two cases are linked in this way already.",
  "links.to-itself": () => "A case cannot be linked to itself; choose another case.",
  "writeups.no-narrative": (p) =>
    `The case ${named(p, "title", "")} has no narrative yet. Write it first, then begin the write-up.`,
  "sanitising.must-stays": (p) =>
    `${named(p, "text", "This")} tells who provided the report and cannot be allowed. Mask or reword it, or correct the roster.`,
  "sanitising.reason-missing": (p) => `Give a reason for leaving ${named(p, "text", "this")} as it is.`,
  "sanitising.words-missing": (p) => `Enter the words that stand in place of ${named(p, "text", "this")}.`,
  "sanitising.words-fixed": (p) =>
    `${named(p, "text", "This")} is printed as its record has it and cannot be changed here. Correct the record, or keep it with a reason.`,
  "sanitising.label-taken": (p) =>
    `${named(p, "label", "That letter")} is another organisation in this text. Choose another label.`,
  "sanitising.findings-open": (p) =>
    `${named(p, "title", "The text")} still has ${count(p, "count")} open findings, so nothing was written${inBrackets(text(p, "examples"))}. Decide them in Sanitising, or mask them all with --mask-review.`,
  "gate.closed": (p) =>
    `${titleOf(p)} may not leave yet${inBrackets((text(p, "reason") || gate.reason(p)) + gate.first(p))}. ${gate.remedy(p)}${
      count(p, "others") === "" || p.others === 0
        ? ""
        : ` ${count(p, "others")} more ${p.others === 1 ? "thing is" : "things are"} not done yet.`
    }`,
  "gate.leak": gate.leak,
  "gate.unreadable": (p) =>
    `${fileOf(p)} could not be read back for checking, so it was destroyed${inBrackets(text(p, "reason"))}. Write it again.`,
  "gate.same-person": (p) => `${named(p, "author", "You")} wrote this text last. Another analyst has to release it.`,
  "approvals.terms-missing": () => "A conditional approval needs at least one condition. Add it.",
  "sharings.withdrawn": (p) => `The sharing ${named(p, "title", "")} is withdrawn. Begin a follow-up instead.`,
  "approvals.nobody-to-ask": (p) =>
    `Nobody provided what ${named(p, "title", "this text")} tells, so nobody has to approve. Have it released and share it.`,
  "sharings.already-out": (p) =>
    `The sharing ${named(p, "title", "")} is out already and cannot go back. Edit it and issue a correction, or withdraw it.`,
  "sharings.note-tells": (p) =>
    `${count(p, "count")} ${p["count"] === 1 ? "place" : "places"} of the reason may tell who provided it. It is printed on the notice to whoever got the sharing: put it in other words.`,
  "sharings.nobody-to-tell": (p) => `The sharing ${named(p, "title", "")} has no recipients. Choose to whom it goes.`,
  "pictures.too-large": (p) =>
    `The picture ${fileOf(p)} is too large: at most 20 MB and 40 million pixels. Cut out what is needed, or make it smaller.`,
  "pictures.damaged": (p) => `The picture ${fileOf(p)} cannot be read. Save it again as PNG or JPEG.`,
  "shell.browser-missing": () =>
    "There is neither Electron nor a browser to show the window; install Edge, Chrome or Chromium, or name one in HUB_CASEBOOK_BROWSER.",
  "shell.browser-failed": (p) =>
    `${named(p, "browser", "The browser")} did not open a window${inBrackets(text(p, "reason"))}; name another in HUB_CASEBOOK_BROWSER.`,
  "shell.driving-forbidden": (p) =>
    `${named(p, "browser", "The browser")} may not show the window, since a policy of your organisation forbids it (RemoteDebuggingAllowed); ask the administrator to allow it, use Electron, or name another browser in HUB_CASEBOOK_BROWSER.`,
  "undo.nothing": () => "There is nothing to undo.",
  "undo.conflict": (p) =>
    `${named(p, "title", "This record")} was changed afterwards, so this cannot be undone; undo the later changes first.`,
  usage: (p) => `That is not how it is used${inBrackets(text(p, "reason"))}.`,
};
