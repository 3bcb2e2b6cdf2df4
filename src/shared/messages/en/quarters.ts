import type { quarters as japanese } from "../ja/quarters.ts";
import { NO_BREAK } from "../numerals.ts";

const counted = (count: number, one: string, many: string) => `${count}${NO_BREAK}${count === 1 ? one : many}`;

export const quarters: typeof japanese = {
  table: {
    title: "Table 1  Information provided and shared",
    number: "No.",
    item: "Item",
    provided: "Reports provided to IPA",
    shared: "Sharings given out to participants",
    unknown: "unknown",
    unknownHint: "There is neither a record nor a published figure of this quarter",
    basis: { published: "published", records: "records" },
    basisRow: "Source of the figures",
    open: (label, value) => `Open what is behind ${label}, ${value}`,
  },
  notes: {
    one: "*1",
    two: "*2",
    difference: (notShared) =>
      `The two differ because like reports are joined in one sharing and some are not given out. Not shared: ${notShared}.`,
    hubOrigin: (count) => `Includes ${count} of what IPA collected itself.`,
  },
  targeted: (provided, targeted) => `Of ${provided} provided, ${targeted} were taken to be targeted attacks.`,
  outside: (count) => `Besides, ${count} came from outside the scheme (not counted).`,
  voided: "Reports made void",
  structure: {
    title: "Structure",
    asOf: (day) => `as of ${day}`,
    sigs: (count) => counted(count, "industry", "industries"),
    organizations: (count) => counted(count, "organisation", "organisations"),
    distinct: (count) => `memberships; ${counted(count, "distinct organisation", "distinct organisations")}`,
    frameworks: (count) => counted(count, "framework", "frameworks"),
    noChange: "No organisation joined or left since the last quarter's end.",
    joined: "Joined",
    left: "Left",
    change: (organization, sig, day) => `${organization} (${sig}, ${day})`,
    bySig: "Organisations by industry",
  },
  openWork: {
    title: "Open work",
    none: "There is no open work.",
    undetermined: (count) => `${count} provided are not assessed yet.`,
    judge: "Open and assess",
    notFrozen: (quarter) => `The figures of ${quarter} are not frozen yet.`,
    notOver: (quarter) => `${quarter} is not over yet; it can be frozen after its last day.`,
    freeze: "Freeze",
    conflict: (quarter, figure, published, source, records) =>
      `${quarter}, ${figure}: published ${published} (${source}), but the records give ${records}.`,
    seeRecords: "See the records",
    goThere: "Go to that quarter",
  },
  frozen: {
    at: (day, by) => `Frozen on ${day} by ${by}`,
    notYet: "Not frozen",
    revisions: "Revisions after the freeze",
    noRevisions: "Nothing was revised after the freeze.",
    revision: (figure, old, now) => `${figure}: ${old} → ${now}`,
    columns: { at: "When", figure: "Figure", old: "Frozen", now: "Now", reason: "Reason" },
  },
  freezeDialog: {
    title: (quarter) => `Freeze the figures of ${quarter}`,
    explain:
      "Stores the present figures with the records behind them. Later changes to records become revisions. A freeze cannot be undone.",
    figures: "Figures to be frozen",
    acceptUndetermined: (count) => `Count ${count} that are not assessed as undetermined`,
    confirm: (quarter) => `Freeze the figures of ${quarter}`,
    done: (quarter) => `The figures of ${quarter} are frozen`,
  },
  categories: { title: "Provided, by category", none: "Nothing was provided in this quarter." },
  notShared: {
    title: "Not shared",
    none: "Nothing was kept from sharing.",
    reason: {
      mass: "sent out widely",
      joined: "joined with others in one sharing",
      benign: "nothing was wrong",
      declined: "the provider declined",
    },
  },
  campaigns: {
    title: "Campaigns",
    none: "There are no campaigns yet.",
    age: (years, months) =>
      [years > 0 ? counted(years, "year", "years") : "", months > 0 ? counted(months, "month", "months") : ""]
        .filter((part) => part !== "")
        .join(" ") || "this month",
    since: (month, age) => `since ${month} (${age})`,
    observed: "seen",
    silent: "not seen",
  },
  trend: {
    title: "Trend",
    count: (count) => counted(count, "quarter", "quarters"),
    unknown: "unknown",
    targetedUnknown: "targeted unknown",
    open: (quarter, label, value) => `${quarter}, ${label}: ${value}`,
    shortQuarter: (number) => `Q${number}`,
    shortQuarterHint: "",
  },
  records: {
    none: "No record is in this number.",
    onlyPublished: "This number is a published one; its records are not in this casebook.",
    sum: (items, records) => `${items} in all, ${records} records`,
    title: (quarter, figure) => `${quarter}, ${figure}`,
    open: (title) => `Open “${title}”`,
    close: "Close the records",
    columns: { at: "Day", title: "Record", note: "Provider", tlp: "TLP", sig: "Industry", items: "No." },
    figure: {
      provided: "Provided",
      shared: "Shared",
      hubOrigin: "of which from IPA itself",
      targeted: "Targeted",
      undetermined: "Undetermined",
      outside: "Outside the scheme",
      notShared: "Not shared",
      void: "Void",
      sigs: "Industries (SIG)",
      organizations: "Organisations",
      category: "Category",
      campaign: "Campaign",
    },
  },
  freezeReading: "freeze figures quarter",
  empty:
    "There is neither a record nor a published figure of this quarter or the three before it. Import mails at Intake, and their numbers show here.",
};
