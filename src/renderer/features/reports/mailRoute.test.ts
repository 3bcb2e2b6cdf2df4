import { expect, it } from "vitest";
import { nameOf, routeOf } from "./mailRoute.ts";

const hop = (by: string, at: number | null) => ({ from: "", fromIp: null, by, with: "", at });

it("reads the way from the first server to the last, with the time each step took", () => {
  const steps = routeOf([hop("last", 9000), hop("middle", null), hop("second", 4000), hop("first", 1000)]);
  expect(steps.map(({ by, order, delayMs }) => [order, by, delayMs])).toEqual([
    [1, "first", null],
    [2, "second", 3000],
    [3, "middle", null],
    [4, "last", null],
  ]);
});

it("keeps a step backwards in time as it is", () => {
  expect(routeOf([hop("b", 1000), hop("a", 5000)])[1]?.delayMs).toBe(-4000);
});

it.each([
  ["relay.attacker.example (unknown [203.0.113.77])", "203.0.113.77", "relay.attacker.example (unknown)"],
  ["[203.0.113.77]", "203.0.113.77", ""],
  ["localhost ([::1])", "::1", "localhost"],
  ["mail.example (helo=x)", null, "mail.example (helo=x)"],
])("names the sending side of %s apart from its address", (from, fromIp, name) => {
  expect(nameOf({ from, fromIp })).toBe(name);
});
