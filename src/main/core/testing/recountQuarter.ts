import type { BookLine } from "./arbitraryLines.ts";

/**
 * Counts a quarter straight from interchange lines by the rules of product.md. Written apart from the program and in
 * another way (the calendar of `Intl`, no SQL), so that the two can only agree when both are right. Ids within a type
 * must be unique.
 */
type Fields = Record<string, unknown>;

const TOKYO = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

function dayInTokyo(moment: unknown): string {
  return TOKYO.format(new Date(String(moment)));
}

function quarterOfDay(day: string): string {
  const [year, month = "01"] = day.split("-");
  return `${year}Q${["01", "02", "03"].includes(month) ? 1 : ["04", "05", "06"].includes(month) ? 2 : ["07", "08", "09"].includes(month) ? 3 : 4}`;
}

const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"];

function lastDayOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${LAST_DAYS[Number(quarter.at(-1)) - 1] ?? ""}`;
}

function quarterBefore(quarter: string): string {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.at(-1))];
  return number === 1 ? `${year - 1}Q4` : `${year}Q${number - 1}`;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function itemsOf(reports: readonly Fields[]): number {
  let sum = 0;
  for (const report of reports) sum += typeof report.items === "number" ? report.items : 1;
  return sum;
}

function isOutside(report: Fields): boolean {
  return typeof report.provider === "object" && report.provider !== null && "outside" in report.provider;
}

function byText<T>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function isInside(span: Fields, day: string): boolean {
  return String(span.from) <= day && (span.to === undefined || String(span.to) >= day);
}

export function recountQuarter(lines: readonly BookLine[], quarter: string) {
  const of = (type: string): Fields[] => lines.filter((line) => line.type === type);
  const receivedIn = (wanted: string) => of("report").filter((r) => quarterOfDay(dayInTokyo(r.receivedAt)) === wanted);
  const validIn = (wanted: string) => receivedIn(wanted).filter((report) => report.void === undefined);
  const countedIn = (wanted: string) => validIn(wanted).filter((report) => !isOutside(report));
  const sharedIn = (wanted: string) =>
    of("sharing").filter((s) => s.sharedAt !== undefined && quarterOfDay(dayInTokyo(s.sharedAt)) === wanted);
  const published = (wanted: string, figure: string) =>
    of("published-figure").find((line) => line.quarter === wanted && line.figure === figure)?.value;

  const figuresIn = (wanted: string): Record<string, number> => ({
    provided: itemsOf(countedIn(wanted)),
    shared: sharedIn(wanted).length,
    "hub-origin": sharedIn(wanted).filter(({ origin }) => origin === "hub").length,
    targeted: itemsOf(countedIn(wanted).filter(({ assessment }) => assessment === "targeted")),
  });
  const hasRecords = (wanted: string) => receivedIn(wanted).length + sharedIn(wanted).length > 0;
  const isFromList = (wanted: string) =>
    !hasRecords(wanted) && (published(wanted, "provided") ?? published(wanted, "shared")) !== undefined;
  const printed = (wanted: string, figure: string) =>
    Number(isFromList(wanted) ? (published(wanted, figure) ?? 0) : (figuresIn(wanted)[figure] ?? 0));

  const columns = [quarter];
  while (columns.length < 4) columns.unshift(quarterBefore(columns[0] ?? quarter));

  const membersOn = (day: string) => {
    const active = new Set(
      of("sig")
        .filter((sig) => isInside(sig, day))
        .map(({ id }) => id),
    );
    const members = of("membership").filter((one) => active.has(one.sig) && isInside(one, day));
    return new Map(
      members.map(({ organization, sig }) => [JSON.stringify([organization, sig]), { organization, sig }]),
    );
  };
  const asOf = lastDayOf(quarter);
  const now = membersOn(asOf);
  const before = membersOn(lastDayOf(quarterBefore(quarter)));
  const sigs = of("sig").filter((sig) => isInside(sig, asOf)).length;
  const byCategory: Record<string, number> = {};
  for (const report of countedIn(quarter)) {
    const category = String(report.category);
    byCategory[category] = (byCategory[category] ?? 0) + itemsOf([report]);
  }
  const structure = {
    sigs: sigs > 0 ? sigs : Number(published(quarter, "sigs") ?? 0),
    organizations: sigs > 0 ? now.size : Number(published(quarter, "organizations") ?? 0),
  };
  return {
    columns,
    asOf,
    provided: columns.map((column) => printed(column, "provided")),
    shared: columns.map((column) => printed(column, "shared")),
    basis: columns.map((column) => (isFromList(column) ? "published" : "records")),
    hubOrigin: printed(quarter, "hub-origin"),
    targeted: printed(quarter, "targeted"),
    undetermined: itemsOf(countedIn(quarter).filter(({ assessment }) => assessment === "undetermined")),
    outside: itemsOf(validIn(quarter).filter(isOutside)),
    notShared: itemsOf(countedIn(quarter).filter(({ notShared }) => notShared !== undefined)),
    byCategory,
    ...structure,
    joined: byText([...now].filter(([key]) => !before.has(key)).map(([, change]) => change)),
    left: byText([...before].filter(([key]) => !now.has(key)).map(([, change]) => change)),
    frameworks: byText(
      of("framework").flatMap(({ id, sizes }) => {
        const inForce = (Array.isArray(sizes) ? (sizes as { from: string; label: string }[]) : [])
          .filter(({ from }) => from <= asOf)
          .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
        return inForce ? [{ id, label: inForce.label }] : [];
      }),
    ),
    campaigns: byText(
      of("campaign")
        .map(({ id, since }) => {
          const cases = of("case").filter(({ campaign }) => campaign === id);
          const ids = new Set(cases.map((one) => String(one.id)));
          const touches = (line: Fields) => listOf(line.cases).some((name) => ids.has(name));
          const reports = countedIn(quarter).filter(touches);
          const opened = cases.some(({ openedAt }) => quarterOfDay(String(openedAt)) === quarter);
          return {
            id,
            observed: opened || reports.length > 0 || sharedIn(quarter).some(touches),
            items: itemsOf(reports),
            begun: quarterOfDay(`${String(since)}-01`) <= quarter,
          };
        })
        .filter(({ observed, begun }) => observed || begun)
        .map(({ id, observed, items }) => ({ id, observed, items })),
    ),
    conflicts: byText(
      columns.flatMap((column) => {
        const counted: Record<string, number> = hasRecords(column) ? figuresIn(column) : {};
        if (column === quarter && sigs > 0) Object.assign(counted, structure);
        return Object.entries(counted).flatMap(([figure, records]) => {
          const value = published(column, figure);
          return value === undefined || value === records
            ? []
            : [{ quarter: column, figure, published: Number(value), records }];
        });
      }),
    ),
  };
}
