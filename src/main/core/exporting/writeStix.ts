import { createHash } from "node:crypto";
import { v4 as uuidv4, v5 as uuidv5 } from "uuid";
import { defang } from "#shared/domain/defang.ts";
import type { TlpLabel } from "#shared/domain/tlp.ts";
import { hubWords } from "#shared/messages/printed/quarterWords.ts";
import type { ExportedIndicator, ExportSet } from "./exportSet.ts";
import { observableForm, type ObservableForm } from "./observableForm.ts";

type StixObject = { type: string; id: string; [property: string]: unknown };

/** Of the ids of cyber observables, by the standard (STIX 2.1, section 2.9). */
const OBSERVABLE_NAMESPACE = "00abedb4-aa42-466c-9c01-fed23315a9b7";
/** TLP 2.0 as FIRST's extension has it; ids and day are those of the published definitions. */
const TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
const TLP_DAY = "2022-10-01";
const TLP_IDS: Record<TlpLabel, string> = {
  "TLP:CLEAR": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  "TLP:GREEN": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  "TLP:AMBER": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  "TLP:AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
  "TLP:RED": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
};

/** The day the scheme began: the hub's identity is as old as that, whoever exports it and when. */
const HUB_DAY = "2011-10-25";

/** Days only: a time of day could be compared with somebody's logs. */
const momentOf = (day: string): string => `${day}T00:00:00.000Z`;

/** Ids of the hub's own objects have the form of random ones, as readers expect, yet are the same in every export. */
function ownId(type: string, ...names: readonly string[]): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([hubWords.publisher, type, ...names]))
    .digest();
  return `${type}--${uuidv4({ random: digest.subarray(0, 16) })}`;
}

const HUB_ID = ownId("identity", hubWords.publisher);

/** What cannot be said in STIX is counted, not guessed. */
export type WrittenObjects = { bytes: Uint8Array; inexpressible: number };

/**
 * A STIX 2.1 bundle: for each indicator its pattern and the observable itself, a grouping for each case or sharing, all
 * marked with TLP 2.0, in the name of the hub and of nobody else. Equal sets give equal bytes.
 */
export function writeStix(set: ExportSet): WrittenObjects {
  const objects = new Map<string, StixObject>();
  const put = (object: StixObject): string => {
    if (!objects.has(object.id)) objects.set(object.id, object);
    return object.id;
  };
  put(hubIdentity());
  put(markingOf(set.tlp));
  const members = new Map<string, { refs: Set<string>; tlp: TlpLabel; since: string }>();
  let inexpressible = 0;
  for (const indicator of set.indicators) {
    const form = observableForm(indicator.kind, indicator.value);
    if (form === null) {
      inexpressible += 1;
      continue;
    }
    put(markingOf(indicator.tlp));
    const refs = [put(indicatorOf(indicator, form)), put(observableOf(form, indicator.tlp))];
    const known = members.get(indicator.title);
    const group = known ?? { refs: new Set<string>(), tlp: indicator.tlp, since: indicator.firstSeen };
    for (const ref of refs) group.refs.add(ref);
    if (indicator.firstSeen < group.since) group.since = indicator.firstSeen;
    members.set(indicator.title, group);
  }
  for (const [title, { refs, tlp, since }] of members) put(groupingOf(title, [...refs], tlp, since));
  const bundle = { type: "bundle", id: ownId("bundle", ...objects.keys()), objects: [...objects.values()] };
  return { bytes: new TextEncoder().encode(`${JSON.stringify(bundle, null, 2)}\n`), inexpressible };
}

function hubIdentity(): StixObject {
  return {
    type: "identity",
    spec_version: "2.1",
    id: HUB_ID,
    created: momentOf(HUB_DAY),
    modified: momentOf(HUB_DAY),
    name: hubWords.publisher,
    identity_class: "organization",
    lang: "ja",
  };
}

function markingOf(tlp: TlpLabel): StixObject {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: TLP_IDS[tlp],
    created: momentOf(TLP_DAY),
    name: tlp,
    extensions: {
      [TLP_EXTENSION]: { extension_type: "property-extension", tlp_2_0: tlp.slice("TLP:".length).toLowerCase() },
    },
  };
}

function indicatorOf({ kind, value, role, firstSeen, tlp }: ExportedIndicator, form: ObservableForm): StixObject {
  const pattern = patternOf(form);
  return {
    type: "indicator",
    spec_version: "2.1",
    id: ownId("indicator", pattern),
    created_by_ref: HUB_ID,
    created: momentOf(firstSeen),
    modified: momentOf(firstSeen),
    lang: "ja",
    name: defang(kind, value),
    indicator_types: [role === "abused" ? "compromised" : "malicious-activity"],
    pattern,
    pattern_type: "stix",
    valid_from: momentOf(firstSeen),
    object_marking_refs: [TLP_IDS[tlp]],
  };
}

/** A string of the pattern language: backslash and quote are escaped. */
const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function patternOf(form: ObservableForm): string {
  switch (form.form) {
    case "hash":
      return `[file:hashes.'${form.algorithm}' = ${quoted(form.value)}]`;
    case "as":
      return `[autonomous-system:number = ${form.number}]`;
    case "subject":
      return `[email-message:subject = ${quoted(form.value)}]`;
    case "file-name":
      return `[file:name = ${quoted(form.value)}]`;
    case "mutex":
      return `[mutex:name = ${quoted(form.value)}]`;
    default:
      return `[${form.form}:value = ${quoted(form.value)}]`;
  }
}

/** The id comes from the properties that the standard names for each type, as canonical JSON (RFC 8785). */
function observableOf(form: ObservableForm, tlp: TlpLabel): StixObject {
  const { type, contributing, further = {} } = observableParts(form);
  return {
    type,
    spec_version: "2.1",
    id: `${type}--${uuidv5(JSON.stringify(contributing), OBSERVABLE_NAMESPACE)}`,
    ...contributing,
    ...further,
    object_marking_refs: [TLP_IDS[tlp]],
  };
}

function observableParts(form: ObservableForm): { type: string; contributing: object; further?: object } {
  switch (form.form) {
    case "hash":
      return { type: "file", contributing: { hashes: { [form.algorithm]: form.value } } };
    case "file-name":
      return { type: "file", contributing: { name: form.value } };
    case "as":
      return { type: "autonomous-system", contributing: { number: form.number } };
    case "subject":
      return { type: "email-message", contributing: { subject: form.value }, further: { is_multipart: false } };
    case "mutex":
      return { type: "mutex", contributing: { name: form.value } };
    default:
      return { type: form.form, contributing: { value: form.value } };
  }
}

function groupingOf(title: string, refs: readonly string[], tlp: TlpLabel, since: string): StixObject {
  return {
    type: "grouping",
    spec_version: "2.1",
    id: ownId("grouping", title, ...refs),
    created_by_ref: HUB_ID,
    created: momentOf(since),
    modified: momentOf(since),
    lang: "ja",
    name: title,
    context: "suspicious-activity",
    object_refs: refs,
    object_marking_refs: [TLP_IDS[tlp]],
  };
}
