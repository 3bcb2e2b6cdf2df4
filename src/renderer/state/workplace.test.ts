import { beforeEach, expect, it } from "vitest";
import { useWorkplace } from "./workplace.ts";

const place = () => useWorkplace.getState();
beforeEach(() => place().enterBook({ name: "甲", quarter: "2022Q4" }));

it("goes back to where one came from, record and all", () => {
  place().select("r1");
  place().go("cases", "c1");
  place().go("reports", "r2");
  expect(place().selected).toEqual({ reports: "r2", cases: "c1" });
  place().back();
  expect([place().place, place().selected.cases]).toEqual(["cases", "c1"]);
  place().back();
  expect([place().place, place().selected.reports]).toEqual(["reports", "r1"]);
  place().back();
  expect(place().place).toBe("reports");
});

it("keeps what a place showed, unless told to close it", () => {
  place().go("roster", "o1");
  place().go("reports");
  place().go("roster");
  expect(place().selected.roster).toBe("o1");
  place().go("roster", null);
  expect(place().selected.roster).toBeUndefined();
});

it("does not lengthen the way by going where one is", () => {
  place().go("cases");
  place().go("cases");
  expect(place().trail).toHaveLength(1);
});

it("another book shows nothing of the former", () => {
  place().go("cases", "c1");
  place().setSearchText("探す語");
  place().enterBook({ name: "乙", quarter: "2023Q1" });
  expect(place()).toMatchObject({ place: "reports", selected: {}, quarter: "2023Q1", searchText: "", trail: [] });
});
