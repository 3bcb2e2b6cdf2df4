import { expect } from "vitest";
import { z } from "zod";

const StixObject = z.looseObject({ type: z.string(), id: z.string() });
const Bundle = z.strictObject({ type: z.literal("bundle"), id: z.string(), objects: z.array(StixObject) });
const ID = /^[a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-([45])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$/u;
const OBSERVED = [
  "domain-name",
  "url",
  "ipv4-addr",
  "ipv6-addr",
  "email-addr",
  "email-message",
  "file",
  "autonomous-system",
  "mutex",
];

/** The rules of STIX 2.1 that concern what we write (sections 2.9, 3.1–3.6, 4.7, 7.2, 9). */
export function checkStix(text: string): z.output<typeof Bundle>["objects"] {
  const { objects } = Bundle.parse(JSON.parse(text));
  const ids = new Set(objects.map(({ id }) => id));
  expect(ids.size).toBe(objects.length);
  for (const object of objects) {
    expect(object.id.startsWith(`${object.type}--`)).toBe(true);
    const isObserved = OBSERVED.includes(object.type);
    if (object.type !== "marking-definition") expect(ID.exec(object.id)?.[1]).toBe(isObserved ? "5" : "4");
    expect(object["spec_version"]).toBe("2.1");
    for (const name of ["created", "modified", "valid_from"]) {
      if (object[name] !== undefined) expect(object[name]).toMatch(DAY);
    }
    expect(object["created"] === undefined).toBe(isObserved);
    const refs = Object.entries(object).flatMap(([key, value]) => (/_refs?$/u.test(key) ? [value].flat() : []));
    for (const ref of refs) expect(ids).toContain(ref);
    if (["indicator", "grouping"].includes(object.type)) {
      expect(object["lang"]).toBe("ja");
      expect(object["created_by_ref"]).toMatch(/^identity--/u);
      expect(object["object_marking_refs"]).toHaveLength(1);
    }
    if (object.type === "identity") expect(object["identity_class"]).toBe("organization");
    if (object.type === "indicator") {
      expect(object["pattern_type"]).toBe("stix");
      expect(object["pattern"]).toMatch(/^\[[a-z0-9-]+:[a-z]+(?:\.'[A-Z0-9-]+')? = (?:'(?:[^'\\]|\\['\\])*'|\d+)\]$/u);
    }
  }
  expect(objects.filter(({ type }) => type === "identity")).toHaveLength(1);
  return objects;
}
